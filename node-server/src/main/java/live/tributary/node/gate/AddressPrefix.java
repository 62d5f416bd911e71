// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The part of an address that stands for one household: limits count by it, because a single IPv6 customer owns more
 * addresses than a table holds.
 *
 * @param text network part in hexadecimal: all of an IPv4 address, the first 56 bits of an IPv6 address
 */
public record AddressPrefix(String text) {

    private static final int IPV6_PREFIX_BYTES = 7;

    /** The prefix of this address. An IPv4 address mapped into IPv6 arrives here as IPv4 already. */
    public static AddressPrefix of(InetAddress address) {
        var bytes = address.getAddress();
        var kept = address instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, IPV6_PREFIX_BYTES);
        return new AddressPrefix(HexFormat.of().formatHex(kept));
    }
}
