// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The machines that one customer of a hoster usually has.
 *
 * @param text network part in hexadecimal: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address
 */
public record AddressBlock(String text) {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    /** The block of an address; empty for this machine itself, where a proxy may stand for anybody. */
    public static Optional<AddressBlock> of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Optional.empty();
        }
        int kept = address instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
        return Optional.of(new AddressBlock(HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), kept))));
    }
}
