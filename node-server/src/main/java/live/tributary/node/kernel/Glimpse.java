// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was found out a moment ago: however many ask in that moment, it is found out once. While one does, others have what is two
 * moments old at most, or wait for it. Any thread that may block.
 *
 * @param <T> never changes
 */
public final class Glimpse<T> {

    private final Supplier<T> look;
    private final long nanos;
    private final LongSupplier nanoTime;
    private final Latest<Seen<T>> latest = new Latest<>();

    /**
     * Nothing is looked for yet.
     *
     * @param moment how old it becomes before it is looked for again
     */
    public Glimpse(Supplier<T> look, Duration moment, LongSupplier nanoTime) {
        this.look = look;
        this.nanos = moment.toNanos();
        this.nanoTime = nanoTime;
    }

    /** @param at nanoseconds of the clock handed in, from before it was looked for */
    private record Seen<T>(T what, long at) {}

    /** As it is, or was a moment ago. */
    public T get() {
        return latest.get(one -> isWithin(nanos, one), one -> isWithin(2 * nanos, one), this::lookAgain)
                .what();
    }

    private Seen<T> lookAgain() {
        long began = nanoTime.getAsLong();
        return new Seen<>(look.get(), began);
    }

    private boolean isWithin(long age, Seen<T> one) {
        return nanoTime.getAsLong() - one.at() < age;
    }
}
