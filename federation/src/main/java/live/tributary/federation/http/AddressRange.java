// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;

/**
 * A block of addresses as "10.0.0.0/8" writes it (RFC 4632, RFC 4291, 2.3).
 *
 * @param first any address of the block
 * @param bits how many leading bits all of its addresses share
 */
record AddressRange(InetAddress first, int bits) {

    /** Takes a literal; no name is looked up. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Says no for an address of the other family. */
    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            int at = bit / Byte.SIZE;
            if (((mine[at] ^ other[at]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
