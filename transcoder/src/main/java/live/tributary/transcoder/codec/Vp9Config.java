// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;
import java.util.Locale;

import live.tributary.transcoder.media.StreamHints;

/** VP9, "VP Codec ISO Media File Format Binding", which holds no size: that comes from the metadata. */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Vp9Config(byte[] record, Picture picture) implements VideoConfig {

    private static final int FIXED_BYTES = 8;
    private static final byte[] VERSION_AND_FLAGS = {1, 0, 0, 0};

    static Vp9Config parse(byte[] received, StreamHints hints) throws MalformedConfigException {
        // The binding makes vpcC a full box. Enhanced RTMP shows it with version and flags; FFmpeg sends it without.
        boolean fullBox = Arrays.equals(received, 0, Math.min(4, received.length), VERSION_AND_FLAGS, 0, 4);
        byte[] record = Arrays.copyOfRange(received, fullBox ? 4 : 0, received.length);
        if (record.length < FIXED_BYTES || record.length > ParameterSets.LONGEST_RECORD) {
            throw new MalformedConfigException("vpcC of %d bytes".formatted(received.length));
        }
        if (record[0] > 3 || record[0] < 0) {
            throw new MalformedConfigException("VP9 profile %d".formatted(record[0]));
        }
        return new Vp9Config(record, Picture.of(hints, record[4] & 0xFF));
    }

    @Override
    public String codecs() {
        return String.format(Locale.ROOT, "vp09.%02d.%02d.%02d", record[0], record[1] & 0xFF, record[2] >> 4 & 0xF);
    }
}
