// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AddressPrefixTest {

    @Test
    void countsAHouseholdAsOne() {
        var one = household("2001:db8:1:200::1");
        assertThat(household("2001:db8:1:2ff:abcd::2")).isEqualTo(one);
        assertThat(household("2001:db8:1:300::1")).isNotEqualTo(one);
        assertThat(household("192.0.2.1")).isNotEqualTo(household("192.0.2.2"));
    }

    @Test
    void keepsSoManyBitsAndNoMore() {
        var address = InetAddress.ofLiteral("203.0.113.255");
        assertThat(AddressPrefix.of(address, 24, 48).text()).isEqualTo("cb0071");
        assertThat(AddressPrefix.of(address, 28, 48).text()).isEqualTo("cb0071f0");
        assertThat(AddressPrefix.of(InetAddress.ofLiteral("2001:db8:1:200::1"), 24, 48)
                        .text())
                .isEqualTo("20010db80001");
    }

    private static AddressPrefix household(String address) {
        return AddressPrefix.ofHousehold(InetAddress.ofLiteral(address));
    }
}
