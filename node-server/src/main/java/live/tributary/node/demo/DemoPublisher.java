// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the river on air: paints at the river's pace, hands the pictures to an encoder, and starts another one when
 * that dies. One thread of its own, from {@link #start} to {@link #close}.
 */
final class DemoPublisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DemoPublisher.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long NANOS_PER_FRAME = 1_000_000_000 / RiverPicture.FRAMES_PER_SECOND;
    private static final double NANOS_PER_SECOND = 1e9;

    private final EncoderStart encoders;
    private final InstantSource clock;
    private final ZoneId zone;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread painter = Thread.ofPlatform().name("demo-painter").unstarted(this::stayOnAir);
    private final RiverPicture river = new RiverPicture();
    private final ByteBuffer pixels = ByteBuffer.allocate(RiverPicture.WIDTH * RiverPicture.HEIGHT * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);

    /** How an encoder is started. */
    @FunctionalInterface
    interface EncoderStart {
        DemoEncoder start() throws IOException;
    }

    /**
     * Does nothing yet.
     *
     * @param zone whose time of day the picture shows
     */
    DemoPublisher(EncoderStart encoders, InstantSource clock, ZoneId zone) {
        this.encoders = encoders;
        this.clock = clock;
        this.zone = zone;
    }

    void start() {
        painter.start();
    }

    private void stayOnAir() {
        long start = System.nanoTime();
        while (!isClosing(Duration.ZERO)) {
            try (DemoEncoder encoder = encoders.start()) {
                paintInto(encoder, start);
            } catch (IOException e) {
                log.warn("the demo's encoder does not start: {}", e.getMessage());
            }
            if (!isClosing(PAUSE)) {
                log.info("starting the demo's encoder again");
            }
        }
    }

    private void paintInto(DemoEncoder encoder, long start) {
        OutputStream pictures = encoder.pictures();
        try {
            for (long due = System.nanoTime(); !isClosing(Duration.ZERO); due = next(due)) {
                var time = clock.instant().atZone(zone).toLocalTime();
                var picture = river.paint((System.nanoTime() - start) / NANOS_PER_SECOND, time);
                pixels.asIntBuffer().put(Water.pixels(picture));
                pictures.write(pixels.array());
            }
        } catch (IOException e) {
            log.warn("the demo's encoder ended: {}", encoder.lastWords());
        }
    }

    /** Waits for the next picture's time. A machine that slept does not paint what it missed. */
    private static long next(long due) {
        long now = System.nanoTime();
        long next = Math.max(due + NANOS_PER_FRAME, now - PAUSE.toNanos());
        for (long left = next - now; left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return next;
    }

    private boolean isClosing(Duration patience) {
        try {
            return closing.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Says goodbye to the node and waits some seconds for it. */
    @Override
    public void close() {
        closing.countDown();
        try {
            painter.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
