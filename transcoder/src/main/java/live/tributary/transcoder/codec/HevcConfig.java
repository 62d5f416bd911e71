// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import live.tributary.transcoder.media.StreamHints;

/**
 * H.265, ISO/IEC 14496-15, 8.3.3.1. Packaged as {@code hvc1}: parameter sets are in the record only, so every array is
 * marked complete.
 *
 * @param lengthSize bytes before each unit of a frame, 1, 2 or 4
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record HevcConfig(byte[] record, int lengthSize, List<Array> arrays, Picture picture) implements VideoConfig {

    static final int VPS = 32;
    static final int SPS = 33;
    static final int PPS = 34;

    private static final int FIXED_BYTES = 23;
    private static final int COMPLETE = 0x80;

    /** Units of one type. */
    record Array(int type, List<byte[]> units) {}

    static HevcConfig parse(byte[] received, StreamHints hints) throws MalformedConfigException {
        if (received.length > ParameterSets.LONGEST_RECORD) {
            throw new MalformedConfigException("hvcC of %d bytes".formatted(received.length));
        }
        byte[] record = received.clone();
        var bits = new BitReader(record);
        // Version 0 is what drafts of the standard wrote; such records are otherwise equal.
        if (bits.number(8) > 1) {
            throw new MalformedConfigException("hvcC of unknown version");
        }
        bits.skip((FIXED_BYTES - 3) * 8 + 6);
        int lengthSize = bits.number(2) + 1;
        var arrays = readArrays(bits, record);
        if (lengthSize == 3
                || unitsOf(arrays, SPS).isEmpty()
                || unitsOf(arrays, PPS).isEmpty()) {
            throw new MalformedConfigException("hvcC without parameter sets");
        }
        return new HevcConfig(
                record, lengthSize, arrays, picture(unitsOf(arrays, SPS).getFirst(), hints));
    }

    private static List<Array> readArrays(BitReader bits, byte[] record) throws MalformedConfigException {
        var arrays = new ArrayList<Array>();
        int count = bits.number(8);
        for (int i = 0; i < count; i++) {
            int header = bits.position() / 8;
            bits.skip(2);
            int type = bits.number(6);
            record[header] |= (byte) COMPLETE;
            arrays.add(new Array(type, ParameterSets.read(bits, record, bits.number(16))));
        }
        return List.copyOf(arrays);
    }

    private static List<byte[]> unitsOf(List<Array> arrays, int type) {
        return arrays.stream()
                .filter(array -> array.type == type)
                .flatMap(array -> array.units.stream())
                .toList();
    }

    List<byte[]> units(int type) {
        return unitsOf(arrays, type);
    }

    /** The record for parameter sets that came in band: profile, tier and level are copied from the new SPS. */
    HevcConfig with(List<Array> replaced) throws MalformedConfigException {
        byte[] sequence = ParameterSets.unescape(unitsOf(replaced, SPS).getFirst());
        if (sequence.length < 15) {
            throw new MalformedConfigException("sequence parameter set of %d bytes".formatted(sequence.length));
        }
        byte[] fixed = Arrays.copyOf(record, FIXED_BYTES);
        System.arraycopy(sequence, 3, fixed, 1, 12);
        fixed[FIXED_BYTES - 1] = (byte) replaced.size();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(fixed);
        for (var array : replaced) {
            bytes.write(COMPLETE | array.type);
            writeNumber(bytes, array.units.size());
            for (var unit : array.units) {
                writeNumber(bytes, unit.length);
                bytes.writeBytes(unit);
            }
        }
        return parse(bytes.toByteArray(), StreamHints.ofSize(picture.width(), picture.height()));
    }

    private static void writeNumber(ByteArrayOutputStream bytes, int number) {
        bytes.write(number >> 8);
        bytes.write(number);
    }

    private static Picture picture(byte[] sequenceSet, StreamHints hints) throws MalformedConfigException {
        try {
            return HevcSequence.parse(sequenceSet);
        } catch (MalformedConfigException unreadable) {
            return Picture.of(hints, Picture.UNSPECIFIED);
        }
    }

    /** ISO/IEC 14496-15, Annex E.3. */
    @Override
    public String codecs() {
        var bits = new StringBuilder("hvc1.");
        int space = record[1] >> 6 & 3;
        bits.append(space == 0 ? "" : Character.toString('A' + space - 1)).append(record[1] & 0x1F);
        int compatibility = ByteBuffer.wrap(record, 2, 4).getInt();
        bits.append('.')
                .append(Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT));
        bits.append((record[1] & 0x20) == 0 ? ".L" : ".H").append(record[12] & 0xFF);
        int last = 11;
        while (last > 5 && record[last] == 0) {
            last--;
        }
        for (int i = 6; i <= last; i++) {
            bits.append('.').append(Integer.toHexString(record[i] & 0xFF).toUpperCase(Locale.ROOT));
        }
        return bits.toString();
    }
}
