// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.ReadFragment;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.ffmpeg.EncoderOptions;
import live.tributary.transcoder.ffmpeg.FfmpegEncoders;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowState;
import live.tributary.transcoder.hls.store.WindowName;
import live.tributary.transcoder.ladder.Admission;
import live.tributary.transcoder.ladder.EncodingCost;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of sound in AAC beside sound that not every browser plays: pipeline, a real encoder child, the window. */
final class EncodedSoundTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final PlaylistName AAC = new PlaylistName(View.CANONICAL, RenditionName.AAC);
    private static final long LONGEST_UNIT = 1024;

    private static final PipelineListener NOBODY = new PipelineListener() {
        @Override
        public void onLive() {}

        @Override
        public void onProblem(StreamProblem problem) {}

        @Override
        public void onFailed() {
            throw new AssertionError("the pipeline failed");
        }
    };

    @TempDir
    Path folder;

    @Test
    void liesBesideTheSourcesSoundInTheSameSegments() throws Exception {
        var clip = Clip.make(folder, "30", "-t 7 -c:v libx264 -preset ultrafast -g 60 -bf 0 -c:a libopus -b:a 96k");
        try (var encoders = encoders();
                var pipeline = transcoder(encoders)
                        .open(new WindowName("abc", "evening"), new FirstNumbers(100, 7, false), NOBODY)) {
            offerAtItsPace(pipeline.startSession(), clip.inputs());
            assertThat(pipeline.figures().rungs())
                    .filteredOn(made -> made.name().equals(RenditionName.AAC))
                    .singleElement()
                    .satisfies(made -> assertThat(made.running()).isTrue());
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);

            var recorder = new Recorder(pipeline.window());
            var sound = recorder.save(AAC, folder.resolve("aac.mp4"));
            sound.mustDecodeWithoutWarning();
            assertThat(sound.probe("codec_name,channels,sample_rate")).containsExactly("aac,48000,2");
            recorder.save(Recorder.AUDIO, folder.resolve("opus.mp4")).mustDecodeWithoutWarning();
            recorder.save(Recorder.JOINED, folder.resolve("joined.mp4")).mustDecodeWithoutWarning();
            // The first segment was complete before the encoder was asked for.
            assertThat(recorder.playlist(AAC).segments().stream().map(MediaPlaylist.Segment::gap))
                    .containsExactly(true, false, false, false);
            assertBeginTogether(recorder.fragments(Recorder.AUDIO).subList(1, 4), recorder.fragments(AAC));
            assertThat(new PlaylistRules().check(recorder.text(AAC))).isEmpty();
            assertMasterOffersBoth(recorder.master(View.CANONICAL));
            assertThat(recorder.master(View.JOINED)).doesNotContain("mp4a").doesNotContain("aac");
        }
    }

    /** Both count at 48 kHz, so that their times can be compared. */
    private static void assertBeginTogether(List<List<ReadFragment>> source, List<List<ReadFragment>> made) {
        assertThat(made).hasSameSizeAs(source);
        for (int i = 0; i < made.size(); i++) {
            long from = source.get(i).getFirst().baseTime();
            assertThat(made.get(i).getFirst().baseTime()).isBetween(from - LONGEST_UNIT, from + LONGEST_UNIT);
        }
    }

    private static void assertMasterOffersBoth(String master) {
        assertThat(master.lines())
                .anyMatch(line -> line.startsWith("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"opus\",NAME=\"audio\"")
                        && line.contains("URI=\"audio.m3u8\""))
                .anyMatch(line -> line.startsWith("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"audio\"")
                        && line.contains("URI=\"aac.m3u8\""))
                .anyMatch(line ->
                        line.contains(",opus\"") && line.contains("AUDIO=\"opus\"") && line.contains("SCORE=1.0"))
                .anyMatch(line -> line.contains(",mp4a.40.2\"")
                        && line.contains("AUDIO=\"aac\"")
                        && line.contains("SCORE=0.999"));
    }

    private FfmpegEncoders encoders() throws Exception {
        return switch (FfmpegExecutable.find(Map.of(), Path.of("target", "native"))) {
            case FfmpegExecutable.Found(var executable) ->
                FfmpegEncoders.open(executable, EncoderOptions.in(folder.resolve("encoders")));
            case FfmpegExecutable.Absent(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Transcoder transcoder(FfmpegEncoders encoders) {
        var ladders = new FfmpegLadders(encoders, new Admission(64, EncodingCost.ASSUMED), new LadderPolicy(2), true);
        return new Transcoder(
                PipelineOptions.defaults().withWindow(WindowOptions.inMemory(Duration.ofHours(1))), ladders::of);
    }

    private static void offerAtItsPace(PipelineSession session, List<MediaInput> inputs) {
        long began = System.nanoTime();
        Instant first = null;
        for (var input : inputs) {
            if (input instanceof AccessUnit unit) {
                first = first == null ? unit.arrivedAt() : first;
                long due = began + Duration.between(first, unit.arrivedAt()).toNanos();
                Waiting.until("its time", DEADLINE, () -> System.nanoTime() >= due);
            }
            assertThat(session.offer(input)).isTrue();
        }
    }
}
