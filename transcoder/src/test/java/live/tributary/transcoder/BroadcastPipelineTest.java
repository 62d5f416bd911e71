// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.ffmpeg.EncoderPicture;
import live.tributary.transcoder.ffmpeg.EncoderSound;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowState;
import live.tributary.transcoder.hls.store.LiveFolder;
import live.tributary.transcoder.hls.store.StoreLimits;
import live.tributary.transcoder.hls.store.WindowName;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.packager.Ladder;
import live.tributary.transcoder.packager.Ladders;

import static org.assertj.core.api.Assertions.assertThat;

/** The front door with its thread: sessions, take-over, the bound of the queue, the end. */
final class BroadcastPipelineTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final WindowName NAME = new WindowName("abc", "evening");
    private static final FirstNumbers FIRST = new FirstNumbers(100, 7, false);

    @TempDir
    Path folder;

    /** Holds whoever is at work on the pipeline in its first call until it is let go. */
    private static final class Listener implements PipelineListener {
        final CountDownLatch letGo = new CountDownLatch(1);
        final AtomicReference<String> thread = new AtomicReference<>("");
        final List<StreamProblem> problems = new CopyOnWriteArrayList<>();

        @Override
        public void onLive() {
            thread.set(Thread.currentThread().getName());
            try {
                assertThat(letGo.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onProblem(StreamProblem problem) {
            problems.add(problem);
        }

        @Override
        public void onFailed() {
            throw new AssertionError("the pipeline failed");
        }
    }

    private List<MediaInput> clip() {
        return Clip.make(folder, "30", "-t 6 -c:v libx264 -preset ultrafast -g 60 -bf 0 -c:a aac")
                .inputs();
    }

    private static void offerAsTheQueueAllows(
            BroadcastPipeline pipeline, PipelineSession session, List<MediaInput> inputs) {
        for (var input : inputs) {
            Waiting.until("room", DEADLINE, () -> pipeline.figures().queued().toMillis() < 1000);
            assertThat(session.offer(input)).isTrue();
        }
    }

    @Test
    void aBroadcastGoesLiveAndEnds() {
        var listener = new Listener();
        listener.letGo.countDown();
        try (var pipeline = transcoder().open(NAME, FIRST, listener)) {
            assertThat(pipeline.window().state()).isEqualTo(WindowState.STARTING);
            var session = pipeline.startSession();
            offerAsTheQueueAllows(pipeline, session, clip());
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);

            assertThat(listener.thread.get()).isEqualTo(Thread.currentThread().getName());
            assertThat(new Recorder(pipeline.window()).playlist(Recorder.SOURCE).segments())
                    .hasSize(3);
            assertThat(pipeline.figures().stream().counters().videoFrames()).isEqualTo(180);
            assertThat(pipeline.figures().stream().framesPerSecond()).isEqualTo(30);
            assertThat(pipeline.figures().stream().keyFrameInterval()).isEqualTo(Duration.ofSeconds(2));
            assertThat(pipeline.figures().queued()).isZero();
            assertThat(session.offer(clip().getFirst())).isFalse();
        }
    }

    @Test
    void aTakeOverCutsTheSessionBefore() {
        var listener = new Listener();
        listener.letGo.countDown();
        var inputs = clip();
        try (var pipeline = transcoder().open(NAME, FIRST, listener)) {
            var first = pipeline.startSession();
            offerAsTheQueueAllows(pipeline, first, inputs);
            var second = pipeline.startSession();
            assertThat(first.offer(inputs.getLast())).isFalse();
            first.end();
            offerAsTheQueueAllows(pipeline, second, inputs);
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);

            var segments =
                    new Recorder(pipeline.window()).playlist(Recorder.SOURCE).segments();
            assertThat(segments).hasSize(6);
            assertThat(segments.get(3).discontinuity()).isTrue();
        }
    }

    @Test
    void goesOnWithABroadcastWhoseNodeDied() {
        var listener = new Listener();
        listener.letGo.countDown();
        var inputs = clip();
        var killed = withFiles().open(NAME, FIRST, listener);
        offerAsTheQueueAllows(killed, killed.startSession(), inputs);
        Waiting.until(
                "two segments that are written",
                DEADLINE,
                () -> killed.window().state() == WindowState.LIVE
                        && new Recorder(killed.window())
                                        .playlist(Recorder.SOURCE)
                                        .segments()
                                        .size()
                                >= 2);
        var before = new Recorder(killed.window()).playlist(Recorder.SOURCE).segments();

        try (var pipeline = withFiles().resume(NAME, listener).orElseThrow()) {
            assertThat(pipeline.window().state()).isEqualTo(WindowState.LIVE);
            offerAsTheQueueAllows(pipeline, pipeline.startSession(), inputs);
            pipeline.end();
            Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);
            var recorder = new Recorder(pipeline.window());
            var after = recorder.playlist(Recorder.SOURCE).segments();
            assertThat(after).extracting(MediaPlaylist.Segment::uri).startsWith(uris(before));
            assertThat(after).filteredOn(MediaPlaylist.Segment::discontinuity).hasSize(1);
            var second = after.stream()
                    .dropWhile(segment -> !segment.discontinuity())
                    .toList();
            assertThat(second).hasSize(3);
            assertThat(second.getFirst().maps()).hasSize(1);
            assertThat(after)
                    .extracting(segment -> recorder.bytes(segment.uri()))
                    .allSatisfy(bytes -> assertThat(bytes).isNotEmpty());
        }
        killed.close();
    }

    private static String[] uris(List<MediaPlaylist.Segment> segments) {
        return segments.stream().map(MediaPlaylist.Segment::uri).toArray(String[]::new);
    }

    private Transcoder withFiles() {
        var options = PipelineOptions.defaults().withWindow(WindowOptions.inMemory(Duration.ofHours(1)));
        var limits = StoreLimits.defaults().withReservedBytes(0);
        return new Transcoder(options, _ -> Ladders.NONE, LiveFolder.at(folder.resolve("live"), limits));
    }

    @Test
    void whoeverStandsAtWorkForTwoSecondsCostsFramesAndNoMemory() throws Exception {
        var listener = new Listener();
        var inputs = clip();
        try (var pipeline = transcoder().open(NAME, FIRST, listener)) {
            var session = pipeline.startSession();
            // Stands still in onLive from the second key frame on.
            var first = Thread.ofPlatform().start(() -> inputs.forEach(session::offer));
            Waiting.until("a standstill", DEADLINE, () -> !"".equals(listener.thread.get()));

            Waiting.until("a full queue", DEADLINE, () -> !inputs.stream().allMatch(session::offer));

            assertThat(pipeline.figures().droppedByQueue()).isPositive();
            listener.letGo.countDown();
            first.join();
            assertThat(pipeline.figures().queued()).isZero();
        }
    }

    @Test
    void aFaultOfOurOwnIsToldWhenTheWindowIsClosed() {
        var failed = new CountDownLatch(1);
        var listener = new PipelineListener() {
            @Override
            public void onLive() {
                throw new IllegalStateException("a fault, made for this test");
            }

            @Override
            public void onProblem(StreamProblem problem) {}

            @Override
            public void onFailed() {
                failed.countDown();
            }
        };
        var inputs = clip();
        try (var pipeline = transcoder().open(NAME, FIRST, listener)) {
            var session = pipeline.startSession();
            for (var input : inputs) {
                Waiting.until(
                        "room, or the failure",
                        DEADLINE,
                        () -> pipeline.figures().queued().toMillis() < 1000 || failed.getCount() == 0);
                session.offer(input);
            }
            Waiting.until("the failure", DEADLINE, () -> failed.getCount() == 0);

            assertThat(pipeline.window().state()).isEqualTo(WindowState.CLOSED);
        }
    }

    @Test
    void aFaultLeavesNoEncoderBehind() {
        var failed = new CountDownLatch(1);
        var listener = new PipelineListener() {
            @Override
            public void onLive() {}

            @Override
            public void onProblem(StreamProblem problem) {}

            @Override
            public void onFailed() {
                failed.countDown();
            }
        };
        var opened = new AtomicReference<FaultyLadder>();
        Ladders ladders = (_, _, _) -> {
            opened.set(new FaultyLadder());
            return Optional.of(Objects.requireNonNull(opened.get()));
        };
        var transcoder = new Transcoder(PipelineOptions.defaults(), _ -> ladders);
        try (var pipeline = transcoder.open(NAME, FIRST, listener)) {
            var session = pipeline.startSession();
            for (var input : clip()) {
                Waiting.until(
                        "room, or the failure",
                        DEADLINE,
                        () -> pipeline.figures().queued().toMillis() < 1000 || failed.getCount() == 0);
                session.offer(input);
            }
            Waiting.until("the failure", DEADLINE, () -> failed.getCount() == 0);
            assertThat(Objects.requireNonNull(opened.get()).closed).isTrue();
            assertThat(pipeline.window().state()).isEqualTo(WindowState.CLOSED);
        }
    }

    /** One whose encoder breaks the promise never to throw. */
    private static final class FaultyLadder implements Ladder, Encoder {
        volatile boolean closed;

        @Override
        public Grant granted() {
            return new Grant(List.of(new Rung(new RenditionName("h360"), 320, 180, 300_000, false)), false);
        }

        @Override
        public boolean always() {
            return true;
        }

        @Override
        public Encoder encoder() {
            return this;
        }

        @Override
        public void measure(int watching) {}

        @Override
        public void giveUp(Set<RenditionName> rungs) {}

        @Override
        public void configure(TrackConfiguration configuration) {}

        @Override
        public void offer(EncoderPicture picture) {
            throw new IllegalStateException("a fault, made for this test");
        }

        @Override
        public void offer(EncoderSound sound) {}

        @Override
        public void want(Set<RenditionName> rungs) {}

        @Override
        public EncoderFigures figures() {
            return EncoderFigures.NONE;
        }

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException("a fault while failing, made for this test");
        }
    }

    @Test
    void closingGivesTheMemoryBack() {
        var listener = new Listener();
        listener.letGo.countDown();
        var pipeline = transcoder().open(NAME, FIRST, listener);
        var session = pipeline.startSession();
        offerAsTheQueueAllows(pipeline, session, clip());
        pipeline.close();

        assertThat(pipeline.window().state()).isEqualTo(WindowState.CLOSED);
    }

    private static Transcoder transcoder() {
        return new Transcoder(PipelineOptions.defaults().withWindow(WindowOptions.inMemory(Duration.ofHours(1))));
    }
}
