// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many requests in so much time for each address prefix: a bucket that refills evenly.
 *
 * <p>Any thread. Memory is bounded: when more prefixes are known than {@value #MAX_PREFIXES}, those that are full again
 * are forgotten, and if none is, all are (a flood from everywhere must not become a memory problem).
 */
final class RateLimiter {

    private static final int MAX_PREFIXES = 50_000;

    private final double permits;
    private final double permitsPerNano;
    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<AddressPrefix, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimiter(int permits, Duration per, LongSupplier nanoTime) {
        this.permits = permits;
        this.permitsPerNano = (double) permits / per.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Takes one permit, or answers false when none is left. */
    boolean tryTake(AddressPrefix prefix) {
        var now = nanoTime.getAsLong();
        if (buckets.size() >= MAX_PREFIXES) {
            forget(now);
        }
        return buckets.compute(prefix, (_, old) -> take(old == null ? new Bucket(permits, now, true) : old, now))
                .granted();
    }

    /** How long until a refused caller gets one more permit. */
    Duration untilNext() {
        return Duration.ofSeconds(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(Math.round(1 / permitsPerNano))));
    }

    /** How many prefixes are remembered now. */
    int known() {
        return buckets.size();
    }

    private Bucket take(Bucket bucket, long now) {
        var level = level(bucket, now);
        return level >= 1 ? new Bucket(level - 1, now, true) : new Bucket(level, now, false);
    }

    private double level(Bucket bucket, long now) {
        return Math.min(permits, bucket.level() + (now - bucket.at()) * permitsPerNano);
    }

    private void forget(long now) {
        buckets.values().removeIf(bucket -> level(bucket, now) >= permits);
        if (buckets.size() >= MAX_PREFIXES) {
            buckets.clear();
        }
    }

    /** @param at nanoseconds of the clock handed in */
    private record Bucket(double level, long at, boolean granted) {}
}
