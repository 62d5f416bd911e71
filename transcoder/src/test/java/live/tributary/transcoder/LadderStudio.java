// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.ffmpeg.EncoderOptions;
import live.tributary.transcoder.ffmpeg.EncoderOptions.Patience;
import live.tributary.transcoder.ffmpeg.FfmpegEncoders;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowState;
import live.tributary.transcoder.hls.store.WindowName;
import live.tributary.transcoder.ladder.Admission;
import live.tributary.transcoder.ladder.EncodingCost;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem;

/**
 * One broadcast with a real encoder child, which is given all the time that a busy machine makes it need: what becomes of one
 * that is too slow is for others to test.
 */
final class LadderStudio implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What an encoder holds back, and what is not a whole part yet. */
    private static final int PARTS_UNDERWAY = 2;

    private static final Duration ROOM = Duration.ofSeconds(1);

    /** Seconds that are sent in one: nothing here depends on it, and nobody needs to wait. */
    private static final int PACE = 2;

    private final FfmpegEncoders encoders;
    private final BroadcastPipeline pipeline;
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

    private LadderStudio(FfmpegEncoders encoders, boolean always) {
        this.encoders = encoders;
        var ladders = new FfmpegLadders(encoders, new Admission(64, EncodingCost.ASSUMED), new LadderPolicy(2), always);
        var transcoder = new Transcoder(
                PipelineOptions.defaults().withWindow(WindowOptions.inMemory(Duration.ofHours(1))), ladders::of);
        this.pipeline = transcoder.open(new WindowName("abc", "evening"), new FirstNumbers(100, 7, false), listener);
    }

    /**
     * Opens it.
     *
     * @param folder for the encoder's sockets
     * @param always whether all is encoded, watched or not
     */
    static LadderStudio open(Path folder, boolean always) throws IOException {
        var usual = EncoderOptions.in(folder.resolve("encoders"));
        var patient = new Patience(
                DEADLINE,
                DEADLINE,
                DEADLINE,
                DEADLINE,
                DEADLINE,
                usual.patience().oldest());
        var options = new EncoderOptions(usual.directory(), usual.coder(), patient, usual.restarts(), usual.memory());
        return switch (FfmpegExecutable.find(Map.of(), Path.of("target", "native"))) {
            case FfmpegExecutable.Found(var executable) ->
                new LadderStudio(FfmpegEncoders.open(executable, options), always);
            case FfmpegExecutable.Absent(var reason) -> throw new AssertionError(reason);
        };
    }

    BroadcastPipeline pipeline() {
        return pipeline;
    }

    Recorder recorder() {
        return new Recorder(pipeline.window());
    }

    void awaitLive() {
        Waiting.until("the first playlist", DEADLINE, () -> live.getCount() == 0);
    }

    /** As an encoder in a hurry sends, but never more at once than may wait. */
    void offerAtItsPace(PipelineSession session, List<MediaInput> inputs) {
        long began = System.nanoTime();
        Instant first = null;
        for (var input : inputs) {
            if (input instanceof AccessUnit unit) {
                first = first == null ? unit.arrivedAt() : first;
                long due = began + Duration.between(first, unit.arrivedAt()).toNanos() / PACE;
                Waiting.until("its time", DEADLINE, () -> System.nanoTime() >= due && hasRoom());
            }
            if (!session.offer(input)) {
                throw new AssertionError("refused: " + input);
            }
        }
    }

    private boolean hasRoom() {
        return pipeline.figures().queued().compareTo(ROOM) < 0;
    }

    /** Until what is encoded is there up to the end of what was sent. */
    void awaitEncoded(PlaylistName encoded) {
        var recorder = recorder();
        Waiting.until("the end of " + encoded.path(), DEADLINE, () -> {
            var sent = recorder.playlist(Recorder.SOURCE);
            var made = recorder.playlist(encoded);
            return made.lastMsn() == sent.lastMsn() && made.lastPart() >= sent.lastPart() - PARTS_UNDERWAY;
        });
    }

    /** The broadcast is over, and its final playlists are there. */
    void end() {
        pipeline.end();
        Waiting.until("the end", DEADLINE, () -> pipeline.window().state() == WindowState.ENDED);
    }

    @Override
    public void close() {
        pipeline.close();
        encoders.close();
    }
}
