// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does one thing after the other without a thread of its own: whoever brings something does it, and what others bring
 * meanwhile. Nobody waits, nobody is woken. May be called from any thread, from within the work as well.
 *
 * @param <T> what there is to do
 */
final class Turns<T> {

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undone = new AtomicInteger();
    private final Consumer<T> work;

    /** @param work never called by two threads at once; must not throw */
    Turns(Consumer<T> work) {
        this.work = work;
    }

    void give(T next) {
        waiting.add(next);
        if (undone.getAndIncrement() == 0) {
            do {
                work.accept(waiting.remove());
            } while (undone.decrementAndGet() > 0);
        }
    }
}
