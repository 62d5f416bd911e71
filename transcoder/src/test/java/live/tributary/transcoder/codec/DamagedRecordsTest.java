// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;

/** Records of real encoders, damaged in every byte: read as what can be or refused by the declared exception. */
final class DamagedRecordsTest {

    private static final int LONGEST_SIDE = 0xFFFF;
    private static final double MOST_FRAMES_PER_SECOND = 300;
    private static final int RANDOM_DAMAGES = 2_000;

    static List<TrackConfiguration> records() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyByteOfARecordMayHaveEveryValue(TrackConfiguration good) {
        int read = 0;
        for (int at = 0; at < good.record().length; at++) {
            byte[] bad = good.record().clone();
            for (int value = 0; value <= 0xFF; value++) {
                bad[at] = (byte) value;
                read += isRead(new TrackConfiguration(0, good.codec(), bad)) ? 1 : 0;
            }
        }
        assertThat(read).isBetween(1, 0x100 * good.record().length);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordMayBeDamagedInManyPlaces(TrackConfiguration good) {
        var random = new Random(1);
        for (int i = 0; i < RANDOM_DAMAGES; i++) {
            byte[] bad = Arrays.copyOf(good.record(), 1 + random.nextInt(2 * good.record().length));
            for (int places = random.nextInt(8); places >= 0; places--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            isRead(new TrackConfiguration(0, good.codec(), bad));
        }
    }

    /** A record of one codec where another is announced. */
    @ParameterizedTest
    @MethodSource("records")
    void aRecordMayBeThatOfAnotherCodec(TrackConfiguration good) {
        for (var codec : Vectors.codecs()) {
            isRead(new TrackConfiguration(0, codec, good.record()));
        }
    }

    @Test
    void parameterSetsWithinAFrameMayBeDamagedToo() throws MalformedConfigException {
        for (var good : records()) {
            if (good.codec() instanceof VideoCodec
                    && CodecConfig.parse(good, Vectors.HINTS) instanceof VideoConfig config) {
                eachDamage(framed(good.record()), frame -> isTaken(config, frame));
            }
        }
    }

    @Test
    void soundMayBeDamagedToo() throws MalformedConfigException {
        for (var good : records()) {
            if (good.codec() instanceof AudioCodec
                    && CodecConfig.parse(good, Vectors.HINTS) instanceof AudioConfig config) {
                eachDamage(good.record(), frame -> isTaken(config, frame));
            }
        }
    }

    private static void eachDamage(byte[] good, Consumer<byte[]> then) {
        for (int at = 0; at < good.length; at++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] bad = good.clone();
                bad[at] = (byte) value;
                then.accept(bad);
            }
        }
    }

    /** A unit for all of a record, behind its length, and a picture. */
    private static byte[] framed(byte[] record) {
        byte[] frame = new byte[4 + record.length + 6];
        frame[3] = (byte) record.length;
        System.arraycopy(record, 0, frame, 4, record.length);
        System.arraycopy(new byte[] {0, 0, 0, 2, 0x65, 1}, 0, frame, 4 + record.length, 6);
        return frame;
    }

    private static boolean isRead(TrackConfiguration configuration) {
        try {
            expectPossible(CodecConfig.parse(configuration, Vectors.HINTS));
            return true;
        } catch (MalformedConfigException refused) {
            assertThat(refused).hasMessageNotContaining("null");
            return false;
        }
    }

    private static boolean isTaken(VideoConfig config, byte[] frame) {
        try {
            var picture = CodedPicture.of(config, frame, true);
            assertThat(picture.data()).hasSizeLessThanOrEqualTo(frame.length);
            expectPossible(picture.config());
            return true;
        } catch (MalformedConfigException _) {
            return false;
        }
    }

    private static boolean isTaken(AudioConfig config, byte[] frame) {
        try {
            assertThat(config.samplesOf(frame)).isPositive();
            return true;
        } catch (MalformedConfigException _) {
            return false;
        }
    }

    private static void expectPossible(CodecConfig config) {
        assertThat(config.codecs()).isNotBlank();
        switch (config) {
            case VideoConfig video -> {
                assertThat(video.picture().width()).isBetween(1, LONGEST_SIDE);
                assertThat(video.picture().height()).isBetween(1, LONGEST_SIDE);
                assertThat(video.picture().rate().perSecond()).isBetween(0.0, MOST_FRAMES_PER_SECOND);
            }
            case AudioConfig audio -> {
                assertThat(audio.channels()).isBetween(1, 255);
                assertThat(audio.sampleRate()).isBetween(1, 655_350);
            }
        }
    }
}
