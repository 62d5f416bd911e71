// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code ::1/128}.
 *
 * @param network any address of the range
 * @param bits length of the part that all addresses of the range share
 */
record NetworkRange(InetAddress network, int bits) {

    NetworkRange {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a network prefix of %d bits does not fit %s".formatted(bits, network));
        }
    }

    /** Reads {@code address} or {@code address/bits}; a host name is refused, since looking it up would block. */
    static NetworkRange parse(String text) {
        var slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        var bits = slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new NetworkRange(address, bits);
    }

    boolean contains(InetAddress address) {
        var mine = network.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
