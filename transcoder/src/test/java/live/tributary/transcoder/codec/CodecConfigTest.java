// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.transcoder.codec.CodedPicture.Entry;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CodecConfigTest {

    static List<Vectors.VideoVector> videoVectors() {
        return Vectors.video().toList();
    }

    static List<Vectors.AudioVector> audioVectors() {
        return Vectors.audio().toList();
    }

    @ParameterizedTest
    @MethodSource("videoVectors")
    void readsWhatFfprobeReads(Vectors.VideoVector vector) throws MalformedConfigException {
        var config = (VideoConfig) CodecConfig.parse(vector.configuration(), Vectors.HINTS);

        assertThat(config.codecs()).isEqualTo(vector.codecs());
        assertThat(config.picture().width()).isEqualTo(vector.width());
        assertThat(config.picture().height()).isEqualTo(vector.height());
        assertThat(String.format(Locale.ROOT, "%.3f", config.picture().rate().perSecond()))
                .isEqualTo(vector.rate());
        assertThat(config.picture().transfer()).isEqualTo(vector.transfer());
    }

    @ParameterizedTest
    @MethodSource("audioVectors")
    void turnsTheRecordIntoItsBox(Vectors.AudioVector vector) throws MalformedConfigException {
        var config = (AudioConfig) CodecConfig.parse(vector.configuration(), Vectors.HINTS);

        assertThat(config.codecs()).isEqualTo(vector.codecs());
        assertThat(config.sampleRate()).isEqualTo(vector.rate());
        assertThat(config.channels()).isEqualTo(vector.channels());
        assertThat(HexFormat.of().formatHex(config.record())).isEqualTo(vector.boxHex());
    }

    @ParameterizedTest
    @MethodSource("videoVectors")
    void writesTheSameRecordFromItsParameterSets(Vectors.VideoVector vector) throws MalformedConfigException {
        var config = CodecConfig.parse(vector.configuration(), Vectors.HINTS);
        var again = switch (config) {
            case AvcConfig avc -> avc.with(avc.sequenceSets(), avc.pictureSets());
            case HevcConfig hevc -> hevc.with(hevc.arrays());
            case Av1Config av1 -> av1;
            case Vp9Config vp9 -> vp9;
            case AudioConfig audio -> audio;
        };
        assertThat(again.record()).isEqualTo(config.record());
    }

    @Test
    void everyCutRecordIsReadOrRefusedAndNothingElse() {
        for (var whole : Vectors.all()) {
            for (int length = 0; length < whole.record().length; length++) {
                byte[] cut = Arrays.copyOf(whole.record(), length);
                outcome(new TrackConfiguration(0, whole.codec(), cut));
            }
        }
        assertThat(outcome(new TrackConfiguration(0, VideoCodec.AVC, new byte[0])))
                .isEmpty();
    }

    @Test
    void anUnreadableSequenceHeaderTakesItsSizeFromTheMetadata() throws MalformedConfigException {
        byte[] record = HexFormat.of().parseHex("0142c00dffe100046742c00d01000468ce0fc8");
        var configuration = new TrackConfiguration(0, VideoCodec.AVC, record);

        var config = (VideoConfig) CodecConfig.parse(configuration, Vectors.HINTS);

        assertThat(config.picture().width()).isEqualTo(640);
        assertThatThrownBy(() -> CodecConfig.parse(configuration, StreamHints.NONE))
                .isInstanceOf(MalformedConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({"fc00, 960", "f000, 480", "7800, 960", "0000, 480", "1800, 2880", "fd00, 1920", "ff03, 2880", "e300, 0"
    })
    void anOpusPacketTellsItsLength(String packet, int samples) throws MalformedConfigException {
        var head = Vectors.audio()
                .filter(vector -> vector.codec() == AudioCodec.OPUS)
                .findFirst()
                .orElseThrow();
        var config = (AudioConfig) CodecConfig.parse(head.configuration(), Vectors.HINTS);
        byte[] bytes = HexFormat.of().parseHex(packet);
        if (samples == 0) {
            assertThatThrownBy(() -> config.samplesOf(bytes)).isInstanceOf(MalformedConfigException.class);
        } else {
            assertThat(config.samplesOf(bytes)).isEqualTo(samples);
        }
    }

    @Test
    void parameterSetsLeaveTheFrameAndChangeTheRecord() throws MalformedConfigException {
        var vectors = Vectors.video().toList();
        var config = (AvcConfig) CodecConfig.parse(vectors.getFirst().configuration(), Vectors.HINTS);
        var other = (AvcConfig) CodecConfig.parse(vectors.get(1).configuration(), Vectors.HINTS);

        byte[] idr = {0, 0, 0, 2, 0x65, 1};
        var same = CodedPicture.of(config, frame(config.sequenceSets().getFirst(), idr), false);
        assertThat(same.data()).isEqualTo(idr);
        assertThat(same.entry()).isEqualTo(Entry.SYNC);
        assertThat(same.config()).isSameAs(config);

        var changed = CodedPicture.of(config, frame(other.sequenceSets().getFirst(), idr), true);
        assertThat(changed.data()).isEqualTo(idr);
        assertThat(changed.config().picture().width()).isEqualTo(1280);
        assertThat(changed.config().codecs()).isEqualTo("avc1.4d4020");
    }

    @Test
    void aFurtherPictureParameterSetLeavesTheOthers() throws MalformedConfigException {
        var config = (AvcConfig)
                CodecConfig.parse(Vectors.video().toList().getFirst().configuration(), Vectors.HINTS);
        byte[] second = {0x68, 0x5F};
        byte[] idr = {0, 0, 0, 2, 0x65, 1};

        var both = (AvcConfig) CodedPicture.of(config, frame(second, idr), true).config();
        assertThat(both.pictureSets()).containsExactly(config.pictureSets().getFirst(), second);
        assertThat(both.sequenceSets()).containsExactly(config.sequenceSets().getFirst());

        byte[] secondAgain = {0x68, 0x58};
        var replaced =
                (AvcConfig) CodedPicture.of(both, frame(secondAgain, idr), true).config();
        assertThat(replaced.pictureSets()).containsExactly(config.pictureSets().getFirst(), secondAgain);
    }

    @Test
    void aKeyFrameWithoutAnIdrIsARecoveryPoint() throws MalformedConfigException {
        var config = (VideoConfig) CodecConfig.parse(Vectors.all().getFirst(), Vectors.HINTS);

        assertThat(CodedPicture.of(config, new byte[] {0, 0, 0, 1, 0x41}, true).entry())
                .isEqualTo(Entry.RECOVERY);
        assertThat(CodedPicture.of(config, new byte[] {0, 0, 0, 1, 0x41}, false).entry())
                .isEqualTo(Entry.NONE);
    }

    @Test
    void temporalDelimitersAreTakenOut() throws MalformedConfigException {
        assertThat(Av1Frame.withoutDelimiters(new byte[] {0x12, 0, 0x32, 1, 7})).containsExactly(0x32, 1, 7);
        assertThatThrownBy(() -> Av1Frame.withoutDelimiters(new byte[] {0x32, 9, 7}))
                .isInstanceOf(MalformedConfigException.class);
    }

    private static byte[] frame(byte[] first, byte[] rest) {
        byte[] frame = new byte[4 + first.length + rest.length];
        frame[3] = (byte) first.length;
        System.arraycopy(first, 0, frame, 4, first.length);
        System.arraycopy(rest, 0, frame, 4 + first.length, rest.length);
        return frame;
    }

    private static Optional<CodecConfig> outcome(TrackConfiguration configuration) {
        try {
            return Optional.of(CodecConfig.parse(configuration, StreamHints.NONE));
        } catch (MalformedConfigException expected) {
            return Optional.empty();
        }
    }
}
