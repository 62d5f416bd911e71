// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that takes a while to work out, for many who ask. When it is out of date one of them works it out again, and the
 * others have the former one meanwhile; only at the very first they wait. Safe for any thread that may block.
 */
public final class Latest<T> {

    private final ReentrantLock working = new ReentrantLock();
    private volatile @Nullable T known;

    /**
     * What is known, or what is found now.
     *
     * @param current whether what is known will do
     * @param find what is to be known; whatever it throws reaches who asked, and the next one tries again
     */
    public T get(Predicate<T> current, Supplier<T> find) {
        var last = known;
        if (last != null && (current.test(last) || !working.tryLock())) {
            return last;
        }
        if (last == null) {
            working.lock();
        }
        try {
            return foundMeanwhile(current, find);
        } finally {
            working.unlock();
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
