// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What was found out a moment ago: however many ask in that moment, it is found out once. Any thread; whoever asks first in a
 * moment finds it out, and others wait for that.
 *
 * @param <T> never changes
 */
public final class Glimpse<T> {

    private final Supplier<T> look;
    private final long nanos;
    private final LongSupplier nanoTime;

    private volatile @Nullable Seen<T> seen;

    /**
     * Nothing is looked for yet.
     *
     * @param moment how old it may become
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
        var last = seen;
        return last != null && isOfNow(last) ? last.what() : lookAgain();
    }

    private synchronized T lookAgain() {
        var last = seen;
        if (last != null && isOfNow(last)) {
            return last.what();
        }
        long began = nanoTime.getAsLong();
        var now = new Seen<>(look.get(), began);
        seen = now;
        return now.what();
    }

    private boolean isOfNow(Seen<T> one) {
        return nanoTime.getAsLong() - one.at() < nanos;
    }
}
