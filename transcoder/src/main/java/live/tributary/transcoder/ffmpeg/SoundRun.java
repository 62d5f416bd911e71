// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.flv.FlvWriter;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.SoundLevels;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * The life of one child that listens: process, threads, watch, and the end of them all. Its life is led by a virtual
 * thread, which alone waits for anything; {@code offer} belongs to one thread at a time, the others to any.
 */
final class SoundRun {

    private static final Logger log = LoggerFactory.getLogger(SoundRun.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Of sound that waits; beyond it all that waits is dropped. */
    private static final long MOST_WAITING_MILLIS = 2_000;

    /** Figures older than this say nothing of now. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int LONGEST_STEP_MILLIS = 1_000;

    /** It yields to everything else: to web and database, and to encoders. */
    private static final int NICENESS = 15;

    /** Hears that nothing of a run is left, on its thread. */
    interface Owner {
        /**
         * Nothing of it is left.
         *
         * @param lasted from the start of the child
         */
        void onEnded(SoundRun run, EncoderPause pause, Duration lasted);
    }

    private final String channel;
    private final FfmpegExecutable executable;
    private final SoundMeterOptions options;
    private final AudioCodec codec;
    private final Owner owner;
    private final FrameQueue queue = new FrameQueue(MOST_WAITING_MILLIS, 0);
    private final Flow flow = new Flow();
    private final SoundGauge gauge = new SoundGauge();
    private final LastWords words;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicReference<@Nullable EncoderPause> asked = new AtomicReference<>();
    private final long startedNanos = System.nanoTime();
    private @Nullable AccessUnit newest;
    private long millis;

    SoundRun(
            String channel,
            FfmpegExecutable executable,
            SoundMeterOptions options,
            TrackConfiguration configuration,
            Owner owner) {
        this.channel = channel;
        this.executable = executable;
        this.options = options;
        this.codec = (AudioCodec) configuration.codec();
        this.owner = owner;
        this.words = new LastWords("sound-" + channel);
        if (configuration.record().length > 0) {
            queue.add(new FlvTag.Configuration(0, codec, configuration.record()));
        }
    }

    void start() {
        Thread.ofVirtual().name("sound-" + channel).start(this::live);
    }

    /**
     * On a clock without holes or jumps, because loudness has no use for the time: only the order counts. It begins at zero,
     * and in 49 days it wraps, as FLV does.
     */
    void offer(AccessUnit unit) {
        var before = newest;
        if (before != null) {
            int step = (int)
                    (unit.decodeTime().milliseconds() - before.decodeTime().milliseconds());
            millis += Math.clamp(step, 0, LONGEST_STEP_MILLIS);
        }
        newest = unit;
        queue.add(new FlvTag.Sound(millis, codec, unit.data()));
    }

    /** Ends it at once; what it has not said yet is not missed. */
    void finish(EncoderPause pause) {
        asked.compareAndSet(null, pause);
        queue.abandon();
    }

    CompletableFuture<Void> over() {
        return over;
    }

    /** Empty where it has said nothing for seconds. */
    Optional<SoundLevels> levels() {
        return System.nanoTime() - gauge.readNanos() < FRESH.toNanos() ? gauge.levels() : Optional.empty();
    }

    private void live() {
        var pause = new EncoderPause(Cause.NOT_STARTED, "interrupted");
        try {
            pause = runChild();
        } catch (IOException e) {
            pause = new EncoderPause(Cause.NOT_STARTED, e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queue.abandon();
            var lasted = Duration.ofNanos(System.nanoTime() - startedNanos);
            log.info(
                    "listening ended channel={} cause={} detail=\"{}\" after={}",
                    channel,
                    pause.cause(),
                    pause.detail(),
                    lasted);
            try {
                owner.onEnded(this, pause, lasted);
            } finally {
                over.complete(null);
            }
        }
    }

    private EncoderPause runChild() throws IOException, InterruptedException {
        try (var folder = RunFolder.create(options.directory())) {
            var command = new SoundMeterCommand(executable.path()).arguments();
            var child = Child.start(command, folder.path(), NICENESS, Redirect.PIPE);
            log.info("listening started channel={} pid={}", channel, child.pid());
            connect(child);
            try {
                return watch(child);
            } finally {
                child.kill();
                // Its seat is free, and its folder can go, when it is gone.
                child.awaitEnd(LOOK_EVERY);
            }
        }
    }

    /** On threads of the system: pipes hold on to a virtual thread's carrier. */
    private void connect(Child child) {
        Thread.ofPlatform().daemon().name("sound-feed-" + channel).start(() -> writeTo(child.input()));
        Thread.ofPlatform()
                .daemon()
                .name("sound-words-" + channel)
                .start(() -> words.drain(new InputStreamReader(child.errors(), StandardCharsets.UTF_8)));
        Thread.ofPlatform()
                .daemon()
                .name("sound-figures-" + channel)
                .start(() -> BoundedLines.drain(
                        new InputStreamReader(child.output(), StandardCharsets.US_ASCII),
                        SoundGauge.LONGEST_LINE,
                        gauge::line));
    }

    private void writeTo(OutputStream out) {
        try (out) {
            var writer = new FlvWriter(out);
            writer.begin(false, true);
            for (var tag = queue.take(); tag.isPresent(); tag = queue.take()) {
                flow.writing(System.nanoTime());
                writer.write(tag.get());
                flow.written(tag.get().millis(), System.nanoTime());
            }
        } catch (IOException _) {
            // The child is gone; whoever watches it knows more.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private EncoderPause watch(Child child) throws InterruptedException {
        while (true) {
            var code = child.awaitEnd(LOOK_EVERY);
            var end = asked.get();
            if (end != null) {
                return end;
            }
            if (code.isPresent()) {
                return new EncoderPause(Cause.DIED, "exit code %d: %s".formatted(code.getAsInt(), words.last()));
            }
            if (child.residentBytes() > options.mostBytes()) {
                return new EncoderPause(Cause.TOO_LARGE, "%d bytes of memory".formatted(child.residentBytes()));
            }
            if (isTooSilent(System.nanoTime())) {
                return new EncoderPause(
                        Cause.HUNG, "nothing said for %s: %s".formatted(options.patience(), words.last()));
            }
        }
    }

    private boolean isTooSilent(long now) {
        long patience = options.patience().toNanos();
        return flow.flowingNanos(now) > patience && now - gauge.readNanos() > patience;
    }
}
