// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem.Kind;

import static live.tributary.transcoder.packager.PackagedAssertions.assertContiguous;
import static live.tributary.transcoder.packager.PackagedAssertions.assertDiscontinuitiesBeginWithKeyFrames;
import static live.tributary.transcoder.packager.PackagedAssertions.assertNeverBackwards;
import static live.tributary.transcoder.packager.PackagedAssertions.assertRulesHold;
import static live.tributary.transcoder.packager.PackagedAssertions.discontinuities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What becomes of clocks that wrap, jump, stand still or run away. */
final class PackagerClockTest {

    @ParameterizedTest
    @ValueSource(longs = {(1L << 24) - 3000, (1L << 31) - 3000, (1L << 32) - 3000, 0})
    void aClockThatWrapsIsNoEvent(long from) {
        try (var studio = new Studio()) {
            var recorder = studio.session(new Feed().from(from).seconds(8)).end();

            assertThat(discontinuities(recorder)).isZero();
            assertThat(studio.counters().rebased()).isZero();
            assertContiguous(recorder, Recorder.SOURCE, 1);
            assertContiguous(recorder, Recorder.AUDIO, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600_000, -3_600_000, 30_000, -5000})
    void aJumpOfTheClockCostsOneDiscontinuityAndNoFrame(long jump) {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .from(10_000_000)
                    .bend(unit -> Feed.after(unit).toMillis() >= 5000 ? Feed.later(unit, jump) : unit)
                    .seconds(10);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(studio.counters().rebased()).isEqualTo(1);
            assertThat(studio.counters().dropped()).isZero();
            assertThat(studio.counters().videoFrames()).isEqualTo(300);
            assertThat(studio.problems).containsExactly(Kind.TIMESTAMPS_JUMPED);
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void aSecondBackwardsIsBentAndNotTorn() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .videoOnly()
                    .from(10_000_000)
                    .bend(unit -> Feed.after(unit).toMillis() >= 5000 ? Feed.later(unit, -900) : unit)
                    .seconds(10);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isZero();
            assertThat(studio.counters().clamped()).isPositive();
            assertThat(studio.counters().videoFrames()).isEqualTo(300);
            assertNeverBackwards(recorder, Recorder.SOURCE);
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void soundThatComesAheadAndIsLostOverACutKeepsThePlaylistClockTrue() {
        try (var studio = new Studio()) {
            var lossy = Feed.without(new Feed().seconds(10), false, 3700, 4300);
            var recorder = studio.session(Feed.soundAhead(lossy, Duration.ofMillis(700)))
                    .end();

            var picture = recorder.playlist(Recorder.SOURCE).segments();
            var sound = recorder.playlist(Recorder.AUDIO).segments();
            assertThat(sound).hasSameSizeAs(picture);
            // What the last ones do is no matter: the stream ends with them.
            for (int i = 0; i < picture.size() - 1; i++) {
                assertThat(sound.get(i).duration())
                        .as("segment %d", i)
                        .isCloseTo(picture.get(i).duration(), within(0.03));
            }
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void aHoleOfOneSecondKeepsThePlaylistClockTrue() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(10);
            inputs.removeIf(input -> input instanceof AccessUnit unit
                    && Feed.isVideo(unit)
                    && Feed.after(unit).toMillis() >= 5000
                    && Feed.after(unit).toMillis() < 5999);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isZero();
            assertThat(recorder.playlist(Recorder.SOURCE).segments())
                    .extracting(MediaPlaylist.Segment::duration)
                    .containsExactly(2.0, 2.0, 2.0, 2.0, 2.0);
            assertThat(studio.counters().missingFrames()).isEqualTo(30);
            assertNeverBackwards(recorder, Recorder.SOURCE);
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void aHoleOfThreeSecondsIsADiscontinuityAtTheNextKeyFrame() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(12);
            inputs.removeIf(input -> input instanceof AccessUnit unit
                    && Feed.after(unit).toMillis() >= 4500
                    && Feed.after(unit).toMillis() < 7500);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(studio.counters().dropped()).isPositive();
            assertNeverBackwards(recorder, Recorder.SOURCE);
            assertNeverBackwards(recorder, Recorder.AUDIO);
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void aJumpAcrossAHoleEndsTheSegmentAtTheHole() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .from(10_000_000)
                    .bend(unit -> Feed.after(unit).toMillis() >= 9000 ? Feed.later(unit, 3_600_000) : unit)
                    .seconds(16);
            inputs = Feed.without(Feed.without(inputs, true, 5000, 9000), false, 5000, 9000);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(studio.problems).contains(Kind.TIMESTAMPS_JUMPED).doesNotContain(Kind.KEY_FRAMES_TOO_RARE);
            assertDiscontinuitiesBeginWithKeyFrames(recorder);
            assertRulesHold(recorder, Allowance.HOLES);
        }
    }

    @Test
    void aForcedCutLeavesTheDiscontinuityToTheNextKeyFrame() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .from(10_000_000)
                    .keyFrames(frame -> frame % 60 == 0 && frame != 240)
                    .bend(unit -> Feed.after(unit).toMillis() >= 7000 ? Feed.later(unit, 3_600_000) : unit)
                    .seconds(14);
            var recorder = studio.session(inputs).end();

            assertThat(studio.counters().forcedCuts()).isEqualTo(1);
            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertDiscontinuitiesBeginWithKeyFrames(recorder);
        }
    }

    @Test
    void datesAreWhenFramesArrivedWithoutTheNetworksJitter() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(10);
            var late = new ArrayList<MediaInput>();
            for (var input : inputs) {
                // Each third frame comes 300 ms late.
                late.add(
                        input instanceof AccessUnit unit && unit.decodeTime().milliseconds() % 3 == 1
                                ? arriving(unit, Duration.ofMillis(300))
                                : input);
            }
            var recorder = studio.session(late).end();

            var segments = recorder.playlist(Recorder.SOURCE).segments();
            for (int i = 0; i < segments.size(); i++) {
                var date = segments.get(i).dates().getFirst();
                assertThat(Duration.between(Feed.START.plusSeconds(2L * i), date)
                                .abs())
                        .isLessThan(Duration.ofMillis(5));
            }
        }
    }

    @Test
    void soundThatRanAwayIsSetRightAtASegment() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .bend(unit ->
                            !Feed.isVideo(unit) && Feed.after(unit).toMillis() > 3000 ? Feed.later(unit, 200) : unit)
                    .seconds(12);
            var recorder = studio.session(inputs).end();

            assertThat(studio.counters().corrected()).isEqualTo(1);
            assertThat(discontinuities(recorder)).isZero();
            assertThat(studio.problems).containsExactly(Kind.AUDIO_DRIFTED);
            assertNeverBackwards(recorder, Recorder.AUDIO);
        }
    }

    private static AccessUnit arriving(AccessUnit unit, Duration later) {
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                unit.decodeTime(),
                unit.compositionOffset(),
                unit.keyFrame(),
                unit.data(),
                unit.arrivedAt().plus(later));
    }
}
