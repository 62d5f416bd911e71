// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;

/**
 * Lets what many publishers send gather for a moment, so that an event loop wakes up once for several of them: each sends a
 * frame every few milliseconds, and to wake up costs more than to read one. Network cards hold back interrupts in the same
 * way. A loop that has had nothing to do for longer than {@link #PAUSE_NANOS} does not wait at all.
 *
 * <p>One for each event loop, confined to it.
 */
final class GatheringSelect implements SelectStrategy {

    /** The longest delay that it adds. */
    static final long PAUSE_NANOS = Duration.ofMillis(3).toNanos();

    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private long lookedNanos;

    GatheringSelect() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * @param nanos the monotonic clock
     * @param sleep waits for so many nanoseconds
     */
    GatheringSelect(LongSupplier nanos, LongConsumer sleep) {
        this.nanos = nanos;
        this.sleep = sleep;
        this.lookedNanos = nanos.getAsLong() - PAUSE_NANOS;
    }

    @Override
    public int calculateStrategy(IntSupplier selectNow, boolean hasTasks) throws Exception {
        if (hasTasks) {
            return selectNow.get();
        }
        long early = PAUSE_NANOS - (nanos.getAsLong() - lookedNanos);
        if (early > 0) {
            sleep.accept(early);
        }
        lookedNanos = nanos.getAsLong();
        return SELECT;
    }
}
