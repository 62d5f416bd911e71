// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;

/** A real encoder that connects again whenever it was cut off, as encoders do. */
final class StubbornPublisher implements AutoCloseable {

    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(500);
    private static final Duration LONGEST_EVENING = Duration.ofHours(6);

    private final Path ffmpeg;
    private final Programme programme;
    private final URI address;
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean stopped;
    private volatile long connectedNanos;

    private StubbornPublisher(Path ffmpeg, Programme programme, URI address) {
        this.ffmpeg = ffmpeg;
        this.programme = programme;
        this.address = address;
    }

    static StubbornPublisher start(Path ffmpeg, Programme programme, URI address) {
        var publisher = new StubbornPublisher(ffmpeg, programme, address);
        publisher.thread.start();
        return publisher;
    }

    private void run() {
        while (!stopped) {
            try (var publisher = FfmpegPublisher.publish(ffmpeg, programme, address)) {
                connectedNanos = System.nanoTime();
                while (publisher.isRunning() && !stopped) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
                publisher.kill();
                publisher.awaitEnd(LONGEST_EVENING);
            }
            LockSupport.parkNanos(BEFORE_THE_NEXT_TRY.toNanos());
        }
    }

    /** When the encoder of now was started, on the monotonic clock. */
    long connectedNanos() {
        return connectedNanos;
    }

    @Override
    public void close() {
        stopped = true;
        Waiting.until("the end of the thread", Duration.ofSeconds(30), () -> !thread.isAlive());
    }
}
