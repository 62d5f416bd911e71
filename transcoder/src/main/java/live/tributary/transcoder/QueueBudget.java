// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much may wait to be packaged: media time of each track, and bytes. Safe for any thread.
 *
 * <p>The bound in media time is for whoever is at work and falls behind. A line that was silent and then sends all at once is no
 * such thing: as long as all was done a moment ago, only bytes count.
 */
final class QueueBudget {

    private final long mostMillis;
    private final long mostBytes;
    private final LongSupplier nanos;
    private volatile long caughtUpNanos;
    private final AtomicInteger videoMillis = new AtomicInteger();
    private final AtomicInteger audioMillis = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** @param nanos the monotonic clock */
    QueueBudget(Duration most, int mostBytes, LongSupplier nanos) {
        this.mostMillis = most.toMillis();
        this.mostBytes = mostBytes;
        this.nanos = nanos;
        this.caughtUpNanos = nanos.getAsLong();
    }

    /** One producer at a time decides; a take-over may pass the bound by what the replaced session adds meanwhile. */
    boolean fits(QueueShare share) {
        return bytes.get() + share.bytes() <= mostBytes && (isBurst() || fitsInTime(share));
    }

    private boolean fitsInTime(QueueShare share) {
        return videoMillis.get() + share.videoMillis() <= mostMillis
                && audioMillis.get() + share.audioMillis() <= mostMillis;
    }

    private boolean isBurst() {
        return nanos.getAsLong() - caughtUpNanos < TimeUnit.MILLISECONDS.toNanos(mostMillis);
    }

    void take(QueueShare share) {
        if (bytes.get() == 0) {
            caughtUpNanos = nanos.getAsLong();
        }
        videoMillis.addAndGet(share.videoMillis());
        audioMillis.addAndGet(share.audioMillis());
        bytes.addAndGet(share.bytes());
    }

    void giveBack(QueueShare share) {
        videoMillis.addAndGet(-share.videoMillis());
        audioMillis.addAndGet(-share.audioMillis());
        bytes.addAndGet(-share.bytes());
    }

    Duration queued() {
        return Duration.ofMillis(Math.max(videoMillis.get(), audioMillis.get()));
    }
}
