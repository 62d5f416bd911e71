// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.InetAddress;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.node.gate.AddressPrefix;

import static org.assertj.core.api.Assertions.assertThat;

final class InFlightTest {

    private final InFlight inFlight = new InFlight();

    @Test
    void oneHouseholdHasItsShareAndNoMore() {
        IntStream.range(0, InFlight.MOST_OF_ONE)
                .forEach(place ->
                        assertThat(inFlight.enter(from("2001:db8::" + place))).isTrue());

        assertThat(inFlight.enter(from("2001:db8::ffff"))).isFalse();
        assertThat(inFlight.enter(from("2001:db8:1::1"))).isTrue();
    }

    @Test
    void manyHouseholdsHaveNotMoreThanThereIs() {
        fill();

        assertThat(inFlight.enter(from("192.0.2.250"))).isFalse();
        inFlight.leave(from("192.0.2.1"));
        assertThat(inFlight.enter(from("192.0.2.250"))).isTrue();
    }

    @Test
    void whoWasSentAwayTakesNoPlace() {
        IntStream.range(0, 100).forEach(_ -> inFlight.enter(from("192.0.2.1")));
        IntStream.range(0, InFlight.MOST_OF_ONE).forEach(_ -> inFlight.leave(from("192.0.2.1")));

        fill();
    }

    private void fill() {
        IntStream.range(0, InFlight.MOST)
                .forEach(place ->
                        assertThat(inFlight.enter(from("192.0.2." + place))).isTrue());
    }

    private static AddressPrefix from(String address) {
        return AddressPrefix.of(InetAddress.ofLiteral(address));
    }
}
