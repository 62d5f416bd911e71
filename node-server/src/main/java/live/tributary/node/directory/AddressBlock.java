// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.InetAddress;
import java.util.Optional;

import live.tributary.node.kernel.AddressPrefix;

/**
 * The machines that one customer of a hoster usually has.
 *
 * @param text network part in hexadecimal: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address
 */
public record AddressBlock(String text) {

    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    /** The block of an address; empty for this machine itself, where a proxy may stand for anybody. */
    public static Optional<AddressBlock> of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Optional.empty();
        }
        return Optional.of(
                new AddressBlock(AddressPrefix.of(address, IPV4_BITS, IPV6_BITS).text()));
    }
}
