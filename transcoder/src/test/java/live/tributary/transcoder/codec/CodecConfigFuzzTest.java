// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.transcoder.media.TrackConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** Strangers' records and frames: read, or refused by the declared exception, and nothing else. */
final class CodecConfigFuzzTest {

    /** Codec, length of the record, record, frame. */
    @FuzzTest
    void readsOrRefusesAnyRecordAndFrame(byte[] input) {
        if (input.length < 3) {
            return;
        }
        var codecs = Vectors.codecs();
        var codec = codecs[(input[0] & 0xFF) % codecs.length];
        int recordEnd = Math.min(input.length, 3 + ((input[1] & 0xFF) << 8 | (input[2] & 0xFF)));
        var configuration = new TrackConfiguration(0, codec, Arrays.copyOfRange(input, 3, recordEnd));
        byte[] frame = Arrays.copyOfRange(input, recordEnd, input.length);
        try {
            var config = CodecConfig.parse(configuration, Vectors.HINTS);
            assertThat(config.codecs()).isNotBlank();
            switch (config) {
                case VideoConfig video ->
                    assertThat(CodedPicture.of(video, frame, true).data()).hasSizeLessThanOrEqualTo(frame.length);
                case AudioConfig audio -> assertThat(audio.samplesOf(frame)).isPositive();
            }
        } catch (MalformedConfigException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
