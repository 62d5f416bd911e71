// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
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

/** The whole way of a smaller picture: pipeline, a real encoder child, the window. */
final class EncodedRungTest {

    private static final WindowName NAME = new WindowName("abc", "evening");
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final RenditionName SMALL = new RenditionName("h360");
    private static final PlaylistName SMALL_LIST = new PlaylistName(View.CANONICAL, SMALL);
    private static final PlaylistName SMALL_JOINED = new PlaylistName(View.JOINED, SMALL);

    @TempDir
    Path folder;

    private final CountDownLatch live = new CountDownLatch(1);

    private final PipelineListener listener = new PipelineListener() {
        @Override
        public void onLive() {
            live.countDown();
        }

        @Override
        public void onProblem(StreamProblem problem) {}

        @Override
        public void onFailed() {
            throw new AssertionError("the pipeline failed");
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"-bf 0", "-bf 3 -b_strategy 0"})
    void isTheSamePictureInTheSameSegmentsAndDecodes(String reordering) throws Exception {
        var clip = Clip.make(
                folder, "30", "-t 9 -s 1280x720 -c:v libx264 -preset ultrafast -g 60 " + reordering + " -c:a aac");
        try (var encoders = encoders();
                var pipeline = transcoder(encoders, true).open(NAME, new FirstNumbers(100, 7, false), listener)) {
            offerAtItsPace(pipeline.startSession(), clip.inputs());
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);

            var recorder = new Recorder(pipeline.window());
            var small = recorder.save(SMALL_LIST, folder.resolve("small.mp4"));
            small.mustDecodeWithoutWarning();
            recorder.save(SMALL_JOINED, folder.resolve("joined.mp4")).mustDecodeWithoutWarning();
            assertThat(small.probe("width,height")).containsExactly("640,360");
            // The first segment was complete before the encoder was asked for.
            assertThat(recorder.playlist(SMALL_LIST).segments().stream().map(MediaPlaylist.Segment::gap))
                    .containsExactly(true, false, false, false, false);
            // The last frames are underway when the broadcast ends.
            assertThat(small.pictureHashes()).hasSizeBetween(190, 210);
            assertThat(new PlaylistRules().check(recorder.text(SMALL_LIST))).isEmpty();
            int level = Integer.parseInt(small.probe("level").getFirst());
            assertThat(recorder.master(View.CANONICAL)).contains("avc1.6400%02x".formatted(level));
        }
    }

    @Test
    void isMadeOnlyWhileSomebodyAsksForIt() throws Exception {
        var clip = Clip.make(folder, "30", "-t 9 -s 1280x720 -c:v libx264 -preset ultrafast -g 60 -bf 0 -c:a aac");
        try (var encoders = encoders();
                var pipeline = transcoder(encoders, false).open(NAME, new FirstNumbers(100, 7, false), listener)) {
            var session = pipeline.startSession();
            int half = clip.inputs().size() / 2;
            offerAtItsPace(session, clip.inputs().subList(0, half));
            assertThat(live.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var recorder = new Recorder(pipeline.window());
            recorder.text(SMALL_LIST);
            offerAtItsPace(session, clip.inputs().subList(half, clip.inputs().size()));
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);
            assertThat(recorder.playlist(SMALL_LIST).segments().stream().map(MediaPlaylist.Segment::gap))
                    .startsWith(true)
                    .endsWith(false);
        }
    }

    private FfmpegEncoders encoders() throws Exception {
        return switch (FfmpegExecutable.find(Map.of(), Path.of("target", "native"))) {
            case FfmpegExecutable.Found(var executable) ->
                FfmpegEncoders.open(executable, EncoderOptions.in(folder.resolve("encoders")));
            case FfmpegExecutable.Absent(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Transcoder transcoder(FfmpegEncoders encoders, boolean always) {
        var ladders = new FfmpegLadders(encoders, new Admission(64, EncodingCost.ASSUMED), new LadderPolicy(2), always);
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
