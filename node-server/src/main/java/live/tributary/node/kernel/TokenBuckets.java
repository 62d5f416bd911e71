// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A bucket for each name, which fills evenly: so much at once, so much in the long run. Any thread.
 *
 * <p>Memory is bounded: when more names are known than {@value #MOST_NAMES}, those whose buckets are full again are forgotten,
 * and if there is none, all are: a flood from everywhere must not become a memory problem.
 */
public final class TokenBuckets {

    private static final int MOST_NAMES = 50_000;

    private final int burst;
    private final double perNano;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * Buckets that are full.
     *
     * @param burst what a full bucket holds
     * @param refill what comes into it in {@code per}
     */
    public TokenBuckets(int burst, int refill, Duration per, LongSupplier nanoTime) {
        this.burst = burst;
        this.perNano = (double) refill / per.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Takes one; false where the bucket is empty. */
    public boolean tryTake(String name) {
        long now = nanoTime.getAsLong();
        if (buckets.size() >= MOST_NAMES) {
            forget(now);
        }
        return buckets.compute(name, (_, old) -> take(old == null ? new Bucket(burst, now, true) : old, now))
                .granted();
    }

    /** Whether there is one, which stays. */
    public boolean has(String name) {
        var bucket = buckets.get(name);
        return bucket == null || level(bucket, nanoTime.getAsLong()) >= 1;
    }

    /** How long it takes until there is one more: at least a second. */
    public Duration untilNext() {
        return Duration.ofSeconds(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(Math.round(1 / perNano))));
    }

    /** How many names are remembered now. */
    int known() {
        return buckets.size();
    }

    private Bucket take(Bucket bucket, long now) {
        double level = level(bucket, now);
        return level >= 1 ? new Bucket(level - 1, now, true) : new Bucket(level, now, false);
    }

    private double level(Bucket bucket, long now) {
        return Math.min(burst, bucket.level() + (now - bucket.at()) * perNano);
    }

    private void forget(long now) {
        buckets.values().removeIf(bucket -> level(bucket, now) >= burst);
        if (buckets.size() >= MOST_NAMES) {
            buckets.clear();
        }
    }

    /** @param at nanoseconds of the clock handed in */
    private record Bucket(double level, long at, boolean granted) {}
}
