// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet: everything else may be a neighbour of this machine, and a stranger must not
 * be able to send us there. After the special-purpose registries of IANA (RFC 6890).
 */
final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001:db8::/32",
            "3fff::/20",
            // 6to4 and Teredo carry an IPv4 address of the sender's choice inside (RFC 3056, RFC 4380).
            "2002::/16",
            "2001::/32");

    /** All that is given out of IPv6 until now (RFC 4291, 2.4); unique local, link-local, loopback lie outside of it. */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    /**
     * RFC 6052, 2.1: on networks without IPv4 these reach the IPv4 address in the last four bytes. The prefix of RFC 8215
     * (64:ff9b:1::/48) is refused as a whole, since every network decides by itself where in it the address lies.
     */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var reached = unwrapped(address);
        boolean given = reached instanceof Inet4Address || GLOBAL_UNICAST.contains(reached);
        return given && NOT_PUBLIC.stream().noneMatch(range -> range.contains(reached));
    }

    private static InetAddress unwrapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES || !(NAT64.contains(address) || isMapped(bytes))) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    /** RFC 4291, 2.5.5.2: ::ffff:0:0/96. Not an {@link AddressRange}, because the JDK reads such a literal as IPv4. */
    private static boolean isMapped(byte[] bytes) {
        int zeros = 10;
        for (int at = 0; at < zeros; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return bytes[zeros] == (byte) 0xff && bytes[zeros + 1] == (byte) 0xff;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
