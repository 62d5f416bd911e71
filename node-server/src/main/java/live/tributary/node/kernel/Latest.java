// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that takes a while to work out, for many who ask. When it is out of date one of them works it out again; the others
 * have the former one meanwhile, while that still serves, or else wait. Safe for any thread that may block.
 */
public final class Latest<T> {

    /** Who has waited for so long works it out beside the others: what holds them up may hold up each for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock working = new ReentrantLock();
    private volatile @Nullable T known;

    /**
     * What is known, or what is found now.
     *
     * @param current whether what is known will do
     * @param serves whether it will do while another one works it out; asked only of what is not current
     * @param find what is to be known; whatever it throws reaches who asked, and the next one tries again
     */
    public T get(Predicate<T> current, Predicate<T> serves, Supplier<T> find) {
        var last = known;
        if (last != null && current.test(last)) {
            return last;
        }
        boolean first = working.tryLock();
        if (!first && last != null && serves.test(last)) {
            return last;
        }
        boolean mayWork = first || hasWaited();
        try {
            return foundMeanwhile(current, find);
        } finally {
            if (mayWork) {
                working.unlock();
            }
        }
    }

    /** False where it took too long. */
    private boolean hasWaited() {
        try {
            return working.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private T foundMeanwhile(Predicate<T> current, Supplier<T> find) {
        var newest = known;
        if (newest != null && current.test(newest)) {
            return newest;
        }
        var found = find.get();
        known = found;
        return found;
    }
}
