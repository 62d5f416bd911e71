// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Who listens to the sound of a node's broadcasts: each gets a meter, and as many of those a child as the node may have.
 * Safe for any thread.
 */
public final class SoundMeters implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SoundMeters.class);
    private static final long SECONDS_TO_CLOSE = 2;

    private final Supplier<Optional<FfmpegExecutable>> program;
    private final SoundMeterOptions options;
    private final Semaphore seats;
    private final Set<SoundMeter> open = ConcurrentHashMap.newKeySet();
    private volatile long restedSinceNanos;
    private volatile long restNanos;

    /**
     * Sweeps what a node that was killed left in the directory.
     *
     * @param program asked by the thread of a broadcast's first picture, and may take seconds there
     */
    public SoundMeters(Supplier<Optional<FfmpegExecutable>> program, SoundMeterOptions options) {
        this.program = program;
        this.options = options;
        this.seats = new Semaphore(options.streams());
        try {
            RunFolder.sweep(options.directory());
        } catch (IOException e) {
            log.warn("cannot sweep {}", options.directory(), e);
        }
    }

    /**
     * A meter for a broadcast that begins. The caller closes it when the broadcast ends.
     *
     * @param channel its name in logs and threads
     */
    public SoundMeter meter(String channel) {
        var meter = new SoundMeter(channel, this, options);
        open.add(meter);
        return meter;
    }

    /** Nobody listens for a while: pictures are late on this machine, and they come first. */
    public void rest() {
        restedSinceNanos = System.nanoTime();
        restNanos = options.rest().toNanos();
        open.forEach(SoundMeter::rest);
    }

    /** Empty where nobody is to be listened to, or there is no program. Blocks for seconds the first time. */
    Optional<FfmpegExecutable> program() {
        return options.streams() == 0 ? Optional.empty() : program.get();
    }

    /** A child for a meter, which is to {@linkplain #leave give back} its seat; empty when there is none now. */
    Optional<SoundRun> listen(
            String channel, FfmpegExecutable executable, TrackConfiguration configuration, SoundRun.Owner owner) {
        boolean resting = System.nanoTime() - restedSinceNanos < restNanos;
        if (resting || !seats.tryAcquire()) {
            return Optional.empty();
        }
        var run = new SoundRun(channel, executable, options, configuration, owner);
        run.start();
        return Optional.of(run);
    }

    void leave() {
        seats.release();
    }

    void forget(SoundMeter meter) {
        open.remove(meter);
    }

    /** Ends every child. Waits for that, two seconds at most. */
    @Override
    public void close() {
        var all = open.stream().toList();
        all.forEach(SoundMeter::close);
        try {
            CompletableFuture.allOf(all.stream().map(SoundMeter::over).toArray(CompletableFuture<?>[]::new))
                    .get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("not every child that listens ended in time", e);
        }
    }
}
