// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.WireTime;

import static live.tributary.transcoder.packager.PackagedAssertions.assertContiguous;
import static live.tributary.transcoder.packager.PackagedAssertions.assertDiscontinuitiesBeginWithKeyFrames;
import static live.tributary.transcoder.packager.PackagedAssertions.assertNeverBackwards;
import static live.tributary.transcoder.packager.PackagedAssertions.assertRulesHold;
import static live.tributary.transcoder.packager.PackagedAssertions.discontinuities;
import static live.tributary.transcoder.packager.PackagedAssertions.lastEnd;
import static org.assertj.core.api.Assertions.assertThat;

/** Which tracks a broadcast has, and what happens when they come, go or change. */
final class PackagerTracksTest {

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
    void aCameraThatStallsForAWhileKeepsItsPlaylist() {
        try (var studio = new Studio()) {
            var inputs = Feed.without(new Feed().seconds(14), true, 4500, 7500);
            var recorder = studio.session(inputs).end();

            assertThat(recorder.playlist(Recorder.SOURCE).segments().getFirst().msn())
                    .isEqualTo(100);
            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertNeverBackwards(recorder, Recorder.AUDIO);
        }
    }

    @Test
    void soundGoesOnAloneWhenThePictureComesBackWithoutAKeyFrame() {
        try (var studio = new Studio()) {
            var inputs = new Feed()
                    .keyFrames(frame -> frame % 60 == 0 && frame < 150)
                    .seconds(30);
            inputs = Feed.without(Feed.without(inputs, true, 4500, 7500), false, 4500, 7500);
            var recorder = studio.session(inputs).end();

            assertThat(lastEnd(recorder, Recorder.AUDIO)).isGreaterThan(39 * 48_000L);
            assertThat(recorder.playlist(Recorder.AUDIO).segments())
                    .extracting(MediaPlaylist.Segment::duration)
                    .allMatch(length -> length < 2.5);
        }
    }

    @Test
    void whenTheSoundStopsThePictureGoesOnAlone() {
        try (var studio = new Studio()) {
            var recorder = studio.session(Feed.without(new Feed().seconds(16), false, 6500, 16_000))
                    .end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(recorder.master(View.CANONICAL)).doesNotContain("TYPE=AUDIO");
            assertThat(joinedMaps(recorder)).hasSize(2);
            assertNothingLastsNoTime(recorder);
            assertDiscontinuitiesBeginWithKeyFrames(recorder);
        }
    }

    @Test
    void soundThatComesBackIsHeardFromTheNextKeyFrameOn() {
        try (var studio = new Studio()) {
            var recorder = studio.session(Feed.without(new Feed().seconds(18), false, 6500, 13_000))
                    .end();

            assertThat(discontinuities(recorder)).isEqualTo(2);
            assertThat(joinedMaps(recorder)).hasSize(2);
            assertThat(lastEnd(recorder, Recorder.AUDIO)).isGreaterThan(27 * 48_000L);
            assertNothingLastsNoTime(recorder);
            assertNeverBackwards(recorder, Recorder.AUDIO);
        }
    }

    private static List<String> joinedMaps(Recorder recorder) {
        return recorder.playlist(Recorder.JOINED).segments().stream()
                .flatMap(segment -> segment.maps().stream())
                .distinct()
                .toList();
    }

    private static void assertNothingLastsNoTime(Recorder recorder) {
        for (var name : List.of(Recorder.SOURCE, Recorder.JOINED, Recorder.AUDIO)) {
            assertThat(recorder.text(name)).doesNotContain("EXTINF:0.00000");
        }
    }

    @Test
    void soundThatComesALittleLateAfterAReconnectIsWaitedFor() {
        try (var studio = new Studio()) {
            studio.session(new Feed().seconds(5));
            var second = Feed.without(new Feed().from(777_000).seconds(5), false, 0, 600);
            var recorder =
                    studio.session(shifted(second, Duration.ofSeconds(20))).end();

            assertThat(discontinuities(recorder)).isEqualTo(1);
            assertThat(studio.counters().dropped()).isZero();
            assertNeverBackwards(recorder, Recorder.AUDIO);
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

    private static List<MediaInput> shifted(List<MediaInput> inputs, Duration later) {
        return inputs.stream()
                .map(input -> input instanceof AccessUnit unit ? arriving(unit, later) : input)
                .toList();
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
