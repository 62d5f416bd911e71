// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first bits of an address: who has one of its addresses often has the others, too.
 *
 * @param text the bits in hexadecimal, filled up with zeros to whole bytes
 */
public record AddressPrefix(String text) {

    private static final int HOUSEHOLD_IPV4_BITS = 32;
    private static final int HOUSEHOLD_IPV6_BITS = 56;

    /** An IPv4 address that is mapped into IPv6 arrives here as IPv4 already. */
    public static AddressPrefix of(InetAddress address, int ipv4Bits, int ipv6Bits) {
        int bits = address instanceof Inet4Address ? ipv4Bits : ipv6Bits;
        byte[] kept = Arrays.copyOf(address.getAddress(), Math.ceilDiv(bits, Byte.SIZE));
        int partial = bits % Byte.SIZE;
        if (partial > 0) {
            kept[kept.length - 1] &= (byte) (0xff << (Byte.SIZE - partial));
        }
        return new AddressPrefix(HexFormat.of().formatHex(kept));
    }

    /** One IPv4 address, or the /56 of an IPv6 customer, who owns more addresses than a table holds. */
    public static AddressPrefix ofHousehold(InetAddress address) {
        return of(address, HOUSEHOLD_IPV4_BITS, HOUSEHOLD_IPV6_BITS);
    }
}
