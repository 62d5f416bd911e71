// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.StreamProblem.Kind;

import static live.tributary.transcoder.packager.PackagedAssertions.assertContiguous;
import static live.tributary.transcoder.packager.PackagedAssertions.assertRulesHold;
import static live.tributary.transcoder.packager.PackagedAssertions.discontinuities;
import static org.assertj.core.api.Assertions.assertThat;

/** Which frame begins a part, which a segment, and when players are told. */
final class PackagerGridTest {

    private static final Instant AFTERWARDS = Feed.START.plusSeconds(100);

    @ParameterizedTest
    @CsvSource({
        "30, 60, 0.2, 2.0",
        "25, 50, 0.2, 2.0",
        "24, 48, 0.167, 2.0",
        "60, 120, 0.2, 2.0",
        "50, 25, 0.2, 1.0",
        "29.97, 60, 0.167, 2.002"
    })
    void partsAndSegmentsLieOnTheGrid(double rate, int keyFrameEvery, double partTarget, double segmentLength) {
        try (var studio = new Studio()) {
            double exact = rate == 29.97 ? 30_000 / 1001.0 : rate;
            var recorder = studio.session(new Feed().rate(exact, keyFrameEvery).seconds(8))
                    .end();

            var playlist = recorder.playlist(Recorder.SOURCE);
            assertThat(playlist.partTarget()).isEqualTo(partTarget);
            assertThat(playlist.segments().subList(0, 3))
                    .extracting(MediaPlaylist.Segment::duration)
                    .allSatisfy(length -> assertThat(length).isCloseTo(segmentLength, within(0.0001)));
            assertContiguous(recorder, Recorder.SOURCE, 1);
            assertContiguous(recorder, Recorder.AUDIO, 0);
            assertRulesHold(recorder);
            assertThat(studio.problems).isEmpty();
        }
    }

    @Test
    void theFirstPlaylistAppearsWithTheSecondKeyFrame() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(4);
            studio.packager.beginSession();
            for (var input : inputs) {
                studio.offer(List.of(input));
                boolean secondKey =
                        input instanceof AccessUnit unit && Feed.after(unit).compareTo(Duration.ofSeconds(2)) >= 0;
                assertThat(studio.timesLive).isLessThanOrEqualTo(secondKey ? 1 : 0);
            }
            assertThat(studio.timesLive).isEqualTo(1);
            assertThat(studio.recorder.playlist(Recorder.SOURCE).targetDuration())
                    .isEqualTo(2);
        }
    }

    @Test
    void aPartIsListedWhenItsLastFrameArrived() {
        try (var studio = new Studio()) {
            studio.packager.beginSession();
            int frames = 0;
            for (var input : new Feed().videoOnly().seconds(6)) {
                studio.offer(List.of(input));
                if (input instanceof AccessUnit && ++frames > 60) {
                    var playlist = studio.recorder.playlist(Recorder.SOURCE);
                    int listed = playlist.segments().size() * 60
                            + playlist.open().parts().size() * 6;
                    assertThat(listed).isEqualTo(frames / 6 * 6);
                }
            }
        }
    }

    @Test
    void withoutASecondKeyFrameSegmentsAreCutByForce() {
        try (var studio = new Studio()) {
            var recorder =
                    studio.session(new Feed().rate(30, 100_000).seconds(32)).end();

            assertThat(recorder.playlist(Recorder.SOURCE).targetDuration()).isEqualTo(10);
            assertThat(recorder.playlist(Recorder.SOURCE).segments()).hasSize(4);
            assertThat(studio.problems).containsExactly(Kind.KEY_FRAMES_TOO_RARE);
            assertThat(studio.counters().forcedCuts()).isEqualTo(3);
            assertThat(discontinuities(recorder)).isZero();
            assertContiguous(recorder, Recorder.SOURCE, 1);
            assertRulesHold(recorder, Allowance.FORCED_CUTS);
        }
    }

    @Test
    void variableFrameRatesKeepEveryTime() {
        try (var studio = new Studio(Duration.ofMillis(300))) {
            var recorder = studio.session(wobbling().seconds(8)).end();

            assertThat(studio.counters().videoFrames()).isEqualTo(160);
            assertThat(studio.packager.figures().onGrid()).isFalse();
            assertContiguous(recorder, Recorder.SOURCE, 0);
            assertRulesHold(recorder);
        }
    }

    @Test
    void aHoleInAVariableRateForcesNoCut() {
        try (var studio = new Studio(Duration.ofMillis(300))) {
            var inputs = Feed.without(wobbling().seconds(8), true, 2600, 3600);
            var recorder = studio.session(inputs).end();

            assertThat(studio.packager.figures().onGrid()).isFalse();
            assertThat(studio.counters().forcedCuts()).isZero();
            assertThat(recorder.playlist(Recorder.SOURCE).segments()).hasSize(4);
        }
    }

    @Test
    void aLateFrameDoesNotHoldItsPartBackWhileSoundComes() {
        // Where in its part a frame lies is not the test's business: one of ten in a row ends one.
        assertThat(IntStream.range(90, 100).anyMatch(PackagerGridTest::aPartIsListedWhileOnlySoundComesAfter))
                .isTrue();
    }

    private static boolean aPartIsListedWhileOnlySoundComesAfter(int lastFrame) {
        try (var studio = new Studio(Duration.ofMillis(300))) {
            studio.packager.beginSession();
            int frames = 0;
            long listed = 0;
            for (var input : wobbling().seconds(8)) {
                boolean video = input instanceof AccessUnit unit && Feed.isVideo(unit);
                if (video && frames++ > lastFrame) {
                    if (frames > lastFrame + 10) {
                        return listedParts(studio) > listed;
                    }
                } else {
                    studio.offer(List.of(input));
                }
                listed = video && frames == lastFrame + 1 ? listedParts(studio) : listed;
            }
            throw new AssertionError("the feed ended too early");
        }
    }

    private static long listedParts(Studio studio) {
        return studio.recorder
                .text(Recorder.SOURCE)
                .lines()
                .filter(line -> line.startsWith("#EXT-X-PART:"))
                .count();
    }

    private static Feed wobbling() {
        int[] wobble = {0, 9, -8, 14, 3, -12};
        var frames = new int[] {0};
        return new Feed()
                .rate(20, 40)
                .bend(unit -> Feed.isVideo(unit) ? Feed.later(unit, 20 + wobble[frames[0]++ % 6]) : unit);
    }

    @Test
    void aKeyFrameAtASceneCutSparesTheForcedCutThatWouldFollow() {
        try (var studio = new Studio()) {
            // Every two seconds; the scene cut at 4.5 s makes the encoder count anew.
            var inputs = new Feed()
                    .keyFrames(frame -> frame <= 120 ? frame % 60 == 0 : (frame - 135) % 60 == 0)
                    .seconds(8.5);
            var recorder = studio.session(inputs).end();

            assertThat(recorder.playlist(Recorder.SOURCE).segments())
                    .extracting(MediaPlaylist.Segment::duration)
                    .containsExactly(2.0, 2.0, 0.5, 2.0, 2.0);
            assertThat(studio.counters().forcedCuts()).isZero();
            assertThat(studio.problems).isEmpty();
            assertRulesHold(recorder);
        }
    }

    @Test
    void segmentsLastASecondOnAverageHoweverManySceneCutsThereAre() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .keyFrames(frame -> frame <= 120 ? frame % 60 == 0 : frame % 10 == 0)
                    .seconds(60);
            var recorder = studio.session(inputs).end();

            assertThat(recorder.playlist(Recorder.SOURCE).segments()).hasSizeLessThanOrEqualTo(61);
            assertThat(studio.counters().forcedCuts()).isZero();
        }
    }

    @Test
    void recoveryPointsDoWhenNoKeyFrameCameForTenSeconds() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .bend(unit -> unit.keyFrame() && Feed.after(unit).toMillis() > 5000 ? recoveryPoint(unit) : unit)
                    .seconds(30);
            var recorder = studio.session(inputs).end();

            // The last key frame comes after four seconds; recovery points count from the fourteenth on.
            assertThat(studio.counters().forcedCuts()).isEqualTo(4);
            assertThat(recorder.fragments(Recorder.SOURCE).subList(7, 13))
                    .allMatch(PackagedAssertions::beginsWithKeyFrame);
        }
    }

    /** What an encoder with open groups of pictures calls a key frame: an intra picture that is no IDR. */
    private static AccessUnit recoveryPoint(AccessUnit unit) {
        byte[] data = {0, 0, 0, 3, 0x41, (byte) 0x88, (byte) 0x80};
        return new AccessUnit(
                unit.track(), unit.codec(), unit.decodeTime(), unit.compositionOffset(), true, data, unit.arrivedAt());
    }

    @Test
    void nothingIsShownForASessionThatSentNothing() {
        try (var studio = new Studio()) {
            studio.session(List.of());

            assertThat(studio.timesLive).isZero();
            assertThat(studio.end().has(Recorder.SOURCE)).isFalse();
            assertThat(AFTERWARDS).isAfter(Feed.START);
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }
}
