// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists of parameter sets as avcC and hvcC hold them, each behind a 16-bit length. */
final class ParameterSets {

    /** Of one record: hardening against records that are all parameter sets. */
    static final int LONGEST_RECORD = 65_536;

    private ParameterSets() {}

    /** Reads {@code count} units from the reader, which stands at a byte boundary. */
    static List<byte[]> read(BitReader bits, byte[] record, int count) throws MalformedConfigException {
        var units = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            int length = bits.number(16);
            int from = bits.position() / 8;
            bits.skip(length * 8);
            if (length == 0) {
                throw new MalformedConfigException("an empty parameter set");
            }
            units.add(Arrays.copyOfRange(record, from, from + length));
        }
        return List.copyOf(units);
    }

    static boolean contains(List<byte[]> units, byte[] unit) {
        return units.stream().anyMatch(known -> Arrays.equals(known, unit));
    }

    /** Takes the emulation prevention bytes out (H.264, 7.4.1.1; H.265, 7.4.2.1): 00 00 03 means 00 00. */
    static byte[] unescape(byte[] unit) {
        var plain = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (byte b : unit) {
            if (zeros >= 2 && b == 3) {
                zeros = 0;
                continue;
            }
            zeros = b == 0 ? zeros + 1 : 0;
            plain[length++] = b;
        }
        return Arrays.copyOf(plain, length);
    }
}
