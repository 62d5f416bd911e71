// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.HexFormat;
import java.util.Set;

/** Keys under which one signature is good for any content (Ed25519's points of small order): whoever shows one as their own
 *  can say of each document that anybody could have signed it. */
final class WeakKeys {

    private static final HexFormat HEX = HexFormat.of();

    /** Their y, as keys write it: 0, 1, −1, those two again with the prime added, and the two of order eight. */
    private static final Set<String> ORDINATES = Set.of(
            "00" + "00".repeat(31),
            "01" + "00".repeat(31),
            "ec" + "ff".repeat(30) + "7f",
            "ed" + "ff".repeat(30) + "7f",
            "ee" + "ff".repeat(30) + "7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

    /** The highest bit is the sign of x. */
    private static final int WITHOUT_SIGN = 0x7f;

    private WeakKeys() {}

    /** Whether it is one of them.
     *  @param key 64 hexadecimal digits */
    static boolean has(String key) {
        byte[] bytes = HEX.parseHex(key);
        int last = bytes.length - 1;
        bytes[last] = (byte) (bytes[last] & WITHOUT_SIGN);
        return ORDINATES.contains(HEX.formatHex(bytes));
    }
}
