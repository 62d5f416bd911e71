// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** At most one line a second, however many strangers misbehave. One for the server; thread-safe. */
final class LogLimit {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoClock;
    private final AtomicLong lastNanos;
    private final AtomicInteger suppressed = new AtomicInteger();

    LogLimit(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastNanos = new AtomicLong(nanoClock.getAsLong() - INTERVAL_NANOS);
    }

    /** Whether this line may be written. */
    boolean permits() {
        long now = nanoClock.getAsLong();
        long last = lastNanos.get();
        boolean due = now - last >= INTERVAL_NANOS && lastNanos.compareAndSet(last, now);
        if (!due) {
            suppressed.incrementAndGet();
        }
        return due;
    }

    /** How many lines were not written since the last one that was. */
    int takeSuppressed() {
        return suppressed.getAndSet(0);
    }
}
