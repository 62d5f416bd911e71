// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.Finding;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.ReadFragment;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.WireTime;

import static org.assertj.core.api.Assertions.assertThat;

/** Which frame begins a part, which a segment, and what players are told. */
final class PackagerTest {

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
    void variableFrameRatesKeepEveryTime() {
        try (var studio = new Studio(Duration.ofMillis(300))) {
            int[] wobble = {0, 9, -8, 14, 3, -12};
            var frames = new int[] {0};
            var inputs = new Feed()
                    .rate(20, 40)
                    .bend(unit -> Feed.isVideo(unit) ? Feed.later(unit, 20 + wobble[frames[0]++ % 6]) : unit)
                    .seconds(8);
            var recorder = studio.session(inputs).end();

            assertThat(studio.counters().videoFrames()).isEqualTo(160);
            assertThat(studio.packager.figures().onGrid()).isFalse();
            assertContiguous(recorder, Recorder.SOURCE, 0);
            assertRulesHold(recorder);
        }
    }

    @Test
    void aSecondPublisherGoesOnInTheSamePlaylist() {
        try (var studio = new Studio()) {
            studio.session(new Feed().seconds(5));
            long firstEnd = lastEnd(studio.recorder, Recorder.SOURCE);
            var recorder = studio.session(shifted(new Feed().from(777_000).seconds(5), Duration.ofSeconds(20)))
                    .end();

            var segments = recorder.playlist(Recorder.SOURCE).segments();
            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(segments)
                    .extracting(MediaPlaylist.Segment::msn)
                    .containsExactly(100L, 101L, 102L, 103L, 104L, 105L);
            assertThat(recorder.fragments(Recorder.SOURCE).get(3).getFirst().baseTime())
                    .isGreaterThanOrEqualTo(firstEnd);
            assertThat(studio.timesLive).isEqualTo(1);
            assertRulesHold(recorder);
        }
    }

    @Test
    void anotherConfigurationIsADiscontinuityWithAnotherMap() {
        var other = new TrackConfiguration(0, AudioCodec.AAC, new byte[] {0x12, 0x08});
        try (var studio = new Studio()) {
            var inputs = new ArrayList<MediaInput>(new Feed().seconds(4));
            inputs.add(Feed.AAC);
            inputs.add(other);
            inputs.addAll(shifted(new Feed().from(4000).seconds(6), Duration.ofSeconds(4))
                    .subList(2, 400));
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(recorder.playlist(Recorder.AUDIO).segments().stream()
                            .flatMap(segment -> segment.maps().stream())
                            .distinct())
                    .hasSize(2);
            assertRulesHold(recorder);
        }
    }

    @Test
    void theSameConfigurationAgainIsNone() {
        try (var studio = new Studio()) {
            var inputs = new ArrayList<MediaInput>();
            for (var input : new Feed().seconds(6)) {
                inputs.add(Feed.H264);
                inputs.add(Feed.AAC);
                inputs.add(input);
            }
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isZero();
        }
    }

    @Test
    void soundAloneIsABroadcast() {
        try (var studio = new Studio()) {
            var recorder = studio.session(new Feed().audioOnly().seconds(9)).end();

            assertThat(recorder.has(Recorder.SOURCE)).isFalse();
            assertThat(recorder.playlist(Recorder.AUDIO).segments()).hasSizeBetween(4, 5);
            assertContiguous(recorder, Recorder.AUDIO, 0);
            assertThat(studio.counters().dropped()).isZero();
        }
    }

    @Test
    void aPictureAloneIsABroadcast() {
        try (var studio = new Studio()) {
            var recorder = studio.session(new Feed().videoOnly().seconds(6)).end();

            assertThat(recorder.has(Recorder.AUDIO)).isFalse();
            assertThat(recorder.playlist(Recorder.SOURCE).segments()).hasSize(3);
            assertContiguous(recorder, Recorder.SOURCE, 1);
            assertRulesHold(recorder);
        }
    }

    @Test
    void soundThatComesLateJoinsWithADiscontinuity() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(12);
            inputs.removeIf(input -> input instanceof AccessUnit unit
                    && !Feed.isVideo(unit)
                    && Feed.after(unit).toMillis() < 5000);
            var recorder = studio.session(inputs).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(recorder.has(Recorder.AUDIO)).isTrue();
            assertNeverBackwards(recorder, Recorder.AUDIO);
        }
    }

    @Test
    void whenThePictureStopsTheSoundGoesOnAlone() {
        try (var studio = new Studio()) {
            var inputs = new Feed().seconds(16);
            inputs.removeIf(input -> input instanceof AccessUnit unit
                    && Feed.isVideo(unit)
                    && Feed.after(unit).toMillis() > 4500
                    && Feed.after(unit).toMillis() < 11_500);
            var recorder = studio.session(inputs).end();

            assertThat(recorder.playlist(Recorder.AUDIO).segments().stream()
                            .filter(MediaPlaylist.Segment::discontinuity))
                    .hasSize(2);
            assertNeverBackwards(recorder, Recorder.AUDIO);
            assertNeverBackwards(recorder, Recorder.SOURCE);
        }
    }

    @Test
    void mp3IsRefusedAndThePictureGoesOn() {
        try (var studio = new Studio()) {
            var inputs = new ArrayList<MediaInput>(new Feed().videoOnly().seconds(4));
            inputs.addAll(
                    3,
                    IntStream.range(0, 10)
                            .mapToObj(i -> AccessUnit.audio(
                                    0,
                                    AudioCodec.MP3,
                                    WireTime.ofMilliseconds(i * 26L),
                                    new byte[] {1, 2, 3},
                                    Feed.START))
                            .toList());
            var recorder = studio.session(inputs).end();

            assertThat(studio.problems).containsExactly(Kind.CODEC_NEEDS_ENCODER);
            assertThat(studio.counters().dropped()).isEqualTo(10);
            assertThat(recorder.has(Recorder.AUDIO)).isFalse();
        }
    }

    @Test
    void framesWithoutAConfigurationAreDroppedUntilItComes() {
        try (var studio = new Studio()) {
            var inputs = new Feed().videoOnly().seconds(9);
            inputs.add(40, inputs.removeFirst());
            var recorder = studio.session(inputs).end();

            assertThat(studio.problems).containsExactly(Kind.CONFIGURATION_MISSING);
            assertThat(studio.counters().videoFrames()).isEqualTo(270 - 60);
            assertContiguous(recorder, Recorder.SOURCE, 1);
        }
    }

    @Test
    void furtherTracksAreCountedAndDropped() {
        try (var studio = new Studio()) {
            var inputs = new ArrayList<MediaInput>(new Feed().seconds(4));
            inputs.add(5, AccessUnit.audio(3, AudioCodec.AAC, WireTime.ofMilliseconds(0), new byte[4], Feed.START));
            var recorder = studio.session(inputs).end();

            assertThat(studio.problems).containsExactly(Kind.EXTRA_TRACK);
            assertThat(studio.counters().dropped()).isEqualTo(1);
            assertRulesHold(recorder);
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

    @Test
    void nothingIsShownForASessionThatSentNothing() {
        try (var studio = new Studio()) {
            studio.session(List.of());

            assertThat(studio.timesLive).isZero();
            assertThat(studio.end().has(Recorder.SOURCE)).isFalse();
            assertThat(AFTERWARDS).isAfter(Feed.START);
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

    private static List<MediaInput> shifted(List<MediaInput> inputs, Duration later) {
        return inputs.stream()
                .map(input -> input instanceof AccessUnit unit ? arriving(unit, later) : input)
                .toList();
    }

    private static long discontinuities(Recorder recorder) {
        return recorder.playlist(Recorder.SOURCE).segments().stream()
                .filter(MediaPlaylist.Segment::discontinuity)
                .count();
    }

    private static long lastEnd(Recorder recorder, PlaylistName name) {
        return recorder.fragments(name).getLast().getLast().end();
    }

    private static void assertContiguous(Recorder recorder, PlaylistName name, long tolerance) {
        long end = -1;
        for (var fragment :
                recorder.fragments(name).stream().flatMap(List::stream).toList()) {
            if (end >= 0) {
                assertThat(fragment.baseTime()).isBetween(end - tolerance, end + tolerance);
            }
            end = fragment.end();
            assertThat(fragment.samples().stream()
                            .mapToInt(ReadFragment.ReadSample::size)
                            .sum())
                    .isEqualTo(fragment.dataBytes());
        }
    }

    private static void assertNeverBackwards(Recorder recorder, PlaylistName name) {
        long end = -1;
        for (var fragment :
                recorder.fragments(name).stream().flatMap(List::stream).toList()) {
            assertThat(fragment.baseTime()).isGreaterThanOrEqualTo(end);
            end = fragment.end();
        }
    }

    private static void assertRulesHold(Recorder recorder, Allowance... allowed) {
        var rules = new PlaylistRules(allowed);
        var findings = new ArrayList<Finding>(rules.check(recorder.text(Recorder.SOURCE)));
        findings.addAll(rules.check(recorder.text(Recorder.JOINED)));
        if (recorder.has(Recorder.AUDIO)) {
            findings.addAll(rules.check(recorder.text(Recorder.AUDIO)));
        }
        assertThat(findings).as(recorder.master(View.CANONICAL)).isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }
}
