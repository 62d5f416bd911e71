// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Locale;

import live.tributary.transcoder.media.StreamHints;

/** AV1, "AV1 Codec ISO Media File Format Binding" 2.3. */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Av1Config(byte[] record, Picture picture) implements VideoConfig {

    private static final int MARKER_AND_VERSION = 0x81;
    private static final int FIXED_BYTES = 4;

    static Av1Config parse(byte[] record, StreamHints hints) throws MalformedConfigException {
        if (record.length < FIXED_BYTES || record.length > ParameterSets.LONGEST_RECORD) {
            throw new MalformedConfigException("av1C of %d bytes".formatted(record.length));
        }
        if ((record[0] & 0xFF) != MARKER_AND_VERSION) {
            throw new MalformedConfigException("av1C of unknown version");
        }
        return new Av1Config(record, picture(record, hints));
    }

    private static Picture picture(byte[] record, StreamHints hints) throws MalformedConfigException {
        try {
            return Av1Sequence.find(record, FIXED_BYTES);
        } catch (MalformedConfigException unreadable) {
            return Picture.of(hints, Picture.UNSPECIFIED);
        }
    }

    /** Section 5 of the binding; the optional colour fields are left out, as their defaults nearly always hold. */
    @Override
    public String codecs() {
        int profile = record[1] >> 5 & 7;
        int level = record[1] & 0x1F;
        char tier = (record[2] & 0x80) == 0 ? 'M' : 'H';
        boolean high = (record[2] & 0x40) != 0;
        boolean twelve = (record[2] & 0x20) != 0;
        int depth = high ? twelve ? 12 : 10 : 8;
        return String.format(Locale.ROOT, "av01.%d.%02d%c.%02d", profile, level, tier, depth);
    }
}
