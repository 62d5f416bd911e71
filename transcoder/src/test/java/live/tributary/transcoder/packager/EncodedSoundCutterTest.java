// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.ffmpeg.EncodedSound;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowTargets;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.Ticks;

import static org.assertj.core.api.Assertions.assertThat;

/** Encoded sound is cut where the publisher's picture is cut, whatever its runs do. */
final class EncodedSoundCutterTest {

    private static final PlaylistName AAC = new PlaylistName(View.CANONICAL, RenditionName.AAC);
    private static final WindowTargets TARGETS =
            new WindowTargets(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(220));
    private static final int SAMPLES = 1024;
    private static final int RATE = 48_000;

    /** Of the broadcast; the publisher's segments last two seconds each. */
    private static final long START_MILLIS = 10_000;

    private static final long SEGMENT_MILLIS = 2_000;

    private final WindowMemory memory = new WindowMemory();
    private final WindowWriter writer =
            WindowWriter.open(memory, WindowOptions.inMemory(Duration.ofHours(1)), new FirstNumbers(100, 7, false));
    private final Recorder recorder = new Recorder(writer.window());
    private final EncodedSoundCutter cutter = new EncodedSoundCutter(writer, new Targets(TARGETS, Duration.ZERO), 0);
    private int segments;

    @BeforeEach
    void offer() {
        writer.beginSession();
        writer.configure(
                RenditionName.SOURCE,
                new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000),
                new byte[] {1});
        writer.offer(RenditionName.AAC, EncodedSoundCutter.format());
    }

    @AfterEach
    void allMemoryComesBack() {
        writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    @Test
    void beginsEachSegmentWithTheFirstUnitInIt() {
        begin();
        openSegments(3);
        hear(-100, 5_990);
        end();
        assertThat(gaps()).containsExactly(false, false, false);
        for (int i = 0; i < 3; i++) {
            long from = samples(START_MILLIS + i * SEGMENT_MILLIS);
            assertThat(recorder.fragments(AAC).get(i).getFirst().baseTime()).isBetween(from, from + SAMPLES);
        }
        PackagedAssertions.assertContiguous(recorder, AAC, 0);
        assertThat(new PlaylistRules().check(recorder.text(AAC))).isEmpty();
    }

    @Test
    void aRunThatTakesOverRepeatsNothingAndLeavesNoHole() {
        begin();
        openSegments(2);
        hear(-100, 2_700);
        cutter.runEnded();
        cutter.configured(Feed.AAC);
        // Its clock began elsewhere: some milliseconds beside the one before.
        hear(2_407, 3_990);
        end();
        assertThat(gaps()).containsExactly(false, false);
        PackagedAssertions.assertContiguous(recorder, AAC, 0);
        assertThat(new PlaylistRules().check(recorder.text(AAC))).isEmpty();
    }

    @Test
    void aRunThatBeginsInTheMiddleOfASegmentIsHeardFromTheNextOn() {
        begin();
        openSegments(3);
        hear(900, 5_900);
        end();
        assertThat(gaps()).containsExactly(true, false, false);
        PackagedAssertions.assertContiguous(recorder, AAC, 0);
    }

    @Test
    void afterAHoleTheRestOfItsSegmentIsLeftOut() {
        begin();
        openSegments(1);
        hear(-100, 1_000);
        hear(1_500, 1_900);
        openSegments(1);
        hear(1_900, 3_900);
        openSegments(1);
        hear(3_900, 5_900);
        end();
        assertThat(gaps()).containsExactly(false, false, false);
        assertThat(recorder.fragments(AAC).getFirst().getLast().end()).isLessThan(samples(START_MILLIS + 1_050));
        PackagedAssertions.assertNeverBackwards(recorder, AAC);
    }

    @Test
    void whileNobodyListensItsSegmentsAreGapsThatCloseWithThePublishers() {
        openSegments(2);
        assertThat(gaps()).containsExactly(true);
        begin();
        openSegments(1);
        hear(1_900, 5_900);
        cutter.rest();
        openSegments(2);
        end();
        assertThat(gaps()).containsExactly(true, false, false, true, true);
    }

    private void begin() {
        cutter.expect();
        cutter.configured(Feed.AAC);
    }

    private void openSegments(int count) {
        for (int i = 0; i < count; i++) {
            closeSegment();
            writer.openSegment(Instant.EPOCH.plusMillis(segments * SEGMENT_MILLIS), false);
            cutter.sourceOpened(segments, new Ticks((START_MILLIS + segments * SEGMENT_MILLIS) * 90, Ticks.VIDEO_RATE));
            if (segments++ == 0) {
                writer.goLive(TARGETS);
            }
            writer.publish();
        }
    }

    private void closeSegment() {
        if (segments > 0) {
            writer.closeSegment(new HashMap<>(Map.of(RenditionName.SOURCE, Duration.ofMillis(SEGMENT_MILLIS))));
            cutter.sourceClosed(segments - 1, Duration.ofMillis(SEGMENT_MILLIS));
        }
    }

    /** Units that begin in that span, milliseconds after the start of the first segment. */
    private void hear(long from, long to) {
        IntStream.iterate(0, unit -> unit * 1000L * SAMPLES / RATE < to - from, unit -> unit + 1)
                .mapToObj(unit -> new EncodedSound(
                        START_MILLIS + from + Math.round(unit * 1000.0 * SAMPLES / RATE), new byte[] {0x21, 0x10, 4}))
                .forEach(cutter::add);
        writer.publish();
    }

    private void end() {
        closeSegment();
        cutter.end();
        cutter.pause();
        writer.publish();
    }

    private List<Boolean> gaps() {
        return recorder.playlist(AAC).segments().stream()
                .map(MediaPlaylist.Segment::gap)
                .toList();
    }

    private static long samples(long millis) {
        return millis * RATE / 1000;
    }
}
