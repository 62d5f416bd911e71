// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import live.tributary.ingest.rtmp.PublicationFigures;
import live.tributary.ingest.rtmp.TcpFigures;

/** The counters of one connection. Written by its event loop, read from any thread. */
final class ConnectionMeters {
    private final LongSupplier nanoClock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong videoBytes = new AtomicLong();
    private final AtomicLong audioBytes = new AtomicLong();
    private final AtomicLong videoMessages = new AtomicLong();
    private final AtomicLong audioMessages = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong lastByteNanos;
    private final AtomicLong pingMicros = new AtomicLong();
    private volatile TcpFigures tcp = TcpFigures.NOT_MEASURED;

    /** The clock is any monotonic one in nanoseconds. */
    ConnectionMeters(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastByteNanos = new AtomicLong(nanoClock.getAsLong());
    }

    void received(int count) {
        bytes.addAndGet(count);
        lastByteNanos.set(nanoClock.getAsLong());
    }

    void video(int count) {
        videoBytes.addAndGet(count);
        videoMessages.incrementAndGet();
    }

    void audio(int count) {
        audioBytes.addAndGet(count);
        audioMessages.incrementAndGet();
    }

    void dropped() {
        dropped.incrementAndGet();
    }

    void ping(Duration roundTrip) {
        pingMicros.set(Math.max(1, roundTrip.toNanos() / 1_000));
    }

    void tcp(TcpFigures figures) {
        tcp = figures;
    }

    long bytes() {
        return bytes.get();
    }

    Duration silence() {
        return Duration.ofNanos(nanoClock.getAsLong() - lastByteNanos.get());
    }

    PublicationFigures figures() {
        return new PublicationFigures(
                bytes.get(),
                videoBytes.get(),
                audioBytes.get(),
                videoMessages.get(),
                audioMessages.get(),
                dropped.get(),
                silence(),
                pingMicros.get(),
                tcp);
    }
}
