// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

import live.tributary.transcoder.media.StreamHints;

/**
 * H.264, ISO/IEC 14496-15, 5.3.3.1.
 *
 * @param lengthSize bytes before each unit of a frame, 1, 2 or 4
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record AvcConfig(
        byte[] record, int lengthSize, List<byte[]> sequenceSets, List<byte[]> pictureSets, Picture picture)
        implements VideoConfig {

    private static final int MOST_SEQUENCE_SETS = 31;
    private static final int MOST_PICTURE_SETS = 255;

    static AvcConfig parse(byte[] record, StreamHints hints) throws MalformedConfigException {
        if (record.length > ParameterSets.LONGEST_RECORD) {
            throw new MalformedConfigException("avcC of %d bytes".formatted(record.length));
        }
        var bits = new BitReader(record);
        if (bits.number(8) != 1) {
            throw new MalformedConfigException("avcC of unknown version");
        }
        bits.skip(24 + 6);
        int lengthSize = bits.number(2) + 1;
        bits.skip(3);
        var sequenceSets = ParameterSets.read(bits, record, bits.number(5));
        var pictureSets = ParameterSets.read(bits, record, bits.number(8));
        if (sequenceSets.isEmpty() || pictureSets.isEmpty() || lengthSize == 3) {
            throw new MalformedConfigException("avcC without parameter sets");
        }
        return new AvcConfig(record, lengthSize, sequenceSets, pictureSets, picture(sequenceSets.getFirst(), hints));
    }

    /** The record for parameter sets that came in band. */
    AvcConfig with(List<byte[]> sequenceSets, List<byte[]> pictureSets) throws MalformedConfigException {
        var bytes = new ByteArrayOutputStream();
        if (sequenceSets.size() > MOST_SEQUENCE_SETS || pictureSets.size() > MOST_PICTURE_SETS) {
            throw new MalformedConfigException(
                    "%d and %d parameter sets do not fit into avcC".formatted(sequenceSets.size(), pictureSets.size()));
        }
        byte[] first = sequenceSets.getFirst();
        if (first.length < 4) {
            throw new MalformedConfigException("sequence parameter set of %d bytes".formatted(first.length));
        }
        bytes.write(1);
        bytes.write(first, 1, 3);
        bytes.write(0xFC | (lengthSize - 1));
        bytes.write(0xE0 | sequenceSets.size());
        sequenceSets.forEach(unit -> writeUnit(bytes, unit));
        bytes.write(pictureSets.size());
        pictureSets.forEach(unit -> writeUnit(bytes, unit));
        // Profiles from High on say there what chroma and depth are; a change within a stream keeps them.
        bytes.write(record, setsEnd(), record.length - setsEnd());
        var size = StreamHints.ofSize(picture.width(), picture.height());
        return parse(bytes.toByteArray(), size);
    }

    /** Where the parameter sets of the record end. */
    private int setsEnd() {
        int end = 7;
        for (var unit : sequenceSets) {
            end += 2 + unit.length;
        }
        for (var unit : pictureSets) {
            end += 2 + unit.length;
        }
        return end;
    }

    private static void writeUnit(ByteArrayOutputStream bytes, byte[] unit) {
        bytes.write(unit.length >> 8);
        bytes.write(unit.length);
        bytes.write(unit, 0, unit.length);
    }

    private static Picture picture(byte[] sequenceSet, StreamHints hints) throws MalformedConfigException {
        try {
            return AvcSequence.parse(sequenceSet);
        } catch (MalformedConfigException unreadable) {
            return Picture.of(hints, Picture.UNSPECIFIED);
        }
    }

    @Override
    public String codecs() {
        return "avc1." + HexFormat.of().formatHex(record, 1, 4);
    }
}
