// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArrivalMeterTest {

    private final Tags tags = new Tags();

    @Test
    void findsNothingWrongWithAnEvenStream() {
        tags.play(0, 500, 50);
        var arrivals = tags.arrivals();
        assertThat(arrivals.frames()).isEqualTo(500);
        assertThat(arrivals.videoBytes()).isEqualTo(500L * Tags.FRAME_BYTES);
        assertThat(arrivals.missedFrames()).isZero();
        assertThat(arrivals.lateFrames()).isZero();
        assertThat(arrivals.jitterMillis()).isZero();
        assertThat(arrivals.keyFrames()).isEqualTo(new KeyFrameSpan(2_000, 2_000, 2_000, 2_000));
    }

    @Test
    void countsHolesAsFramesThatAreMissing() {
        tags.play(0, 100, 50);
        tags.play(103, 100, 50);
        assertThat(tags.arrivals().missedFrames()).isEqualTo(3);
        assertThat(tags.arrivals().frames()).isEqualTo(200);
    }

    @Test
    void takesTheRoundingToMillisecondsForNoHole() {
        for (int i = 0; i < 600; i++) {
            tags.picture(i * 1_000L / 60, i * 1_000L / 60, i % 60 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isZero();
    }

    @Test
    void learnsTheRateAgainWhenTheEncoderChangesIt() {
        tags.play(0, 100, 50);
        for (int i = 0; i < 200; i++) {
            tags.picture(4_000 + i * 80L, 4_000 + i * 80L, i % 25 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isBetween(1L, 30L);
        long soFar = tags.arrivals().missedFrames();
        for (int i = 200; i < 400; i++) {
            tags.picture(4_000 + i * 80L, 4_000 + i * 80L, i % 25 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isEqualTo(soFar);
    }

    @Test
    void countsFramesThatComeMoreThanHalfASecondBehindTheFastest() {
        tags.play(0, 100, 50);
        tags.picture(4_000, 4_000 + 1_000 + 500, false);
        assertThat(tags.arrivals().lateFrames()).isZero();
        tags.picture(4_040, 4_040 + 1_000 + 501, false);
        assertThat(tags.arrivals().lateFrames()).isEqualTo(1);
    }

    @Test
    void forgivesClocksThatDriftApart() {
        // A fifth of a percent: a second in eight minutes.
        for (int i = 0; i < 25 * 600; i++) {
            tags.picture(i * 40L, i * 40L + i * 40L / 500, i % 50 == 0);
        }
        assertThat(tags.arrivals().lateFrames()).isZero();
    }

    @Test
    void seesALineThatCarriesHalf() {
        for (int i = 0; i < 25 * 120; i++) {
            tags.picture(i * 40L, i * 80L, i % 50 == 0);
        }
        assertThat(tags.arrivals().lateFrames()).isGreaterThan(2_900);
        assertThat(tags.arrivals().missedFrames()).isZero();
    }

    @Test
    void goesOnAcrossTheWrapOfTimestamps() {
        long almost = (1L << 32) - 2_000;
        for (int i = 0; i < 200; i++) {
            tags.picture(almost + i * 40L, i * 40L, i % 50 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isZero();
        assertThat(tags.arrivals().lateFrames()).isZero();
        assertThat(tags.arrivals().jitterMillis()).isZero();
        assertThat(tags.arrivals().keyFrames().newest()).isEqualTo(2_000);
    }

    @Test
    void takesAPauseForNoHole() {
        tags.play(0, 100, 50);
        for (int i = 175; i < 275; i++) {
            tags.picture(i * 40L, i * 40L + 1_000, i % 50 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isZero();
        assertThat(tags.arrivals().lateFrames()).isZero();
        assertThat(tags.arrivals().keyFrames().longest()).isEqualTo(2_000);
    }

    @Test
    void measuresNothingAcrossAJump() {
        tags.play(0, 100, 50);
        for (int i = 0; i < 100; i++) {
            tags.picture(i * 40L, 100 * 40L + i * 40L + 1_000, i % 50 == 0);
        }
        assertThat(tags.arrivals().missedFrames()).isZero();
        assertThat(tags.arrivals().lateFrames()).isZero();
        assertThat(tags.arrivals().jitterMillis()).isZero();
    }

    @Test
    void estimatesJitterAsRfc3550Does() {
        // Every other frame comes 20 ms later: each difference is 20 ms, and the estimate goes there.
        for (int i = 0; i < 400; i++) {
            tags.picture(i * 40L, i * 40L + (i % 2) * 20L, i % 50 == 0);
        }
        assertThat(tags.arrivals().jitterMillis()).isCloseTo(20, within(0.1));

        var few = new Jitter();
        few.arrived(0, 0);
        few.arrived(56, 40);
        assertThat(few.millis()).isEqualTo(1);
        few.arrived(96, 80);
        assertThat(few.millis()).isEqualTo(1 - 1.0 / 16);
    }

    @Test
    void tellsWhichOfSoundAndPictureArrivesFirst() {
        for (int i = 0; i < 500; i++) {
            tags.sound(i * 40L - 400, i * 40L);
            tags.picture(i * 40L, i * 40L, i % 50 == 0);
        }
        assertThat(tags.arrivals().soundAheadMillis()).isEqualTo(-400);
        assertThat(tags.arrivals().audioUnits()).isEqualTo(500);
        for (int i = 500; i < 1_000; i++) {
            tags.sound(i * 40L + 120, i * 40L);
            tags.picture(i * 40L, i * 40L, i % 50 == 0);
        }
        assertThat(tags.arrivals().soundAheadMillis()).isEqualTo(120);
    }

    @Test
    void forgetsTheInterleaveOfMoreThanTenSecondsAgo() {
        var interleave = new Interleave();
        for (int i = 0; i < 5_000; i++) {
            interleave.arrived(i * 8L, i < 2_500 ? 900 : 100);
        }
        assertThat(interleave.medianMillis()).isEqualTo(100);
        interleave.arrived(1_000_000, 50);
        assertThat(interleave.medianMillis()).isEqualTo(50);
    }

    @Test
    void waitsNoLongerForAKeyFrameThanAViewerWould() {
        tags.play(0, 51, 50);
        assertThat(tags.arrivals().keyFrames().newest()).isEqualTo(2_000);
        tags.play(51, 100, 1_000);
        assertThat(tags.arrivals().keyFrames().newest()).isEqualTo(2_000);
        tags.play(151, 100, 1_000);
        assertThat(tags.arrivals().keyFrames().newest()).isEqualTo(8_000);
        assertThat(tags.arrivals().keyFrames().longest()).isEqualTo(8_000);
    }

    @Test
    void measuresUnevenKeyFramesFromTheShortestToTheLongest() {
        for (long at = 0; at <= 5_000; at += 500) {
            tags.picture(at, at, at <= 500 || at >= 4_500);
        }
        var span = tags.arrivals().keyFrames();
        assertThat(span).isEqualTo(new KeyFrameSpan(500, 500, 1_666, 4_000));
        assertThat(span.uneven()).isTrue();
    }

    @Test
    void readsWhatTheEncoderAnnouncesAndNothingImpossible() {
        tags.announce(Map.of("videodatarate", 6_000.0, "audiodatarate", 160.0, "framerate", 60.0));
        assertThat(tags.arrivals().announced()).isEqualTo(new Announced(6_000_000, 160_000, 60));
        assertThat(tags.arrivals().announced().bitsPerSecond()).isEqualTo(6_160_000);
        tags.announce(Map.of("videodatarate", Double.NaN, "audiodatarate", 160.0, "framerate", -1.0));
        assertThat(tags.arrivals().announced().bitsPerSecond()).isZero();
    }

    @Test
    void countsFurtherTracksInBytesOnly() {
        tags.play(0, 100, 50);
        tags.picture(1, 9_000, 12_000, true);
        assertThat(tags.arrivals().videoBytes()).isEqualTo(101L * Tags.FRAME_BYTES);
        assertThat(tags.arrivals().frames()).isEqualTo(100);
        assertThat(tags.arrivals().missedFrames()).isZero();
    }
}
