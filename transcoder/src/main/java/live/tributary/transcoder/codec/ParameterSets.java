// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Lists of parameter sets as avcC and hvcC hold them, each behind a 16-bit length. */
final class ParameterSets {

    /** Of one record: hardening against records that are all parameter sets. */
    static final int LONGEST_RECORD = 65_536;

    /** Bytes of a unit that hold its id, escapes included. */
    private static final int LONGEST_WAY_TO_ID = 16;

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

    /**
     * What is valid after {@code found} came: a set replaces the one of the same id and leaves the others.
     *
     * @param idBit where in a unit the id stands, as an Exp-Golomb number
     */
    static List<byte[]> merged(List<byte[]> known, List<byte[]> found, int idBit) throws MalformedConfigException {
        var byId = new LinkedHashMap<Integer, byte[]>();
        for (var unit : known) {
            byId.put(id(unit, idBit), unit);
        }
        for (var unit : found) {
            byId.put(id(unit, idBit), unit);
        }
        return List.copyOf(byId.values());
    }

    private static int id(byte[] unit, int idBit) throws MalformedConfigException {
        var bits = new BitReader(unescape(Arrays.copyOf(unit, Math.min(unit.length, LONGEST_WAY_TO_ID))));
        bits.skip(idBit);
        return bits.unsignedGolomb();
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
