// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Those who wait for the disk. Each is told once, in order, when all before it is written or its patience is at its end;
 * after that nobody waits before the disk has caught up. Safe for any thread.
 */
final class Audience {

    /**
     * One of them.
     *
     * @param writes how many writes it waits for
     */
    private record Waiting(long writes, Runnable told, long sinceNanos) {}

    private final long patienceNanos;
    private final LongSupplier nanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long begun;
    private long done;
    private boolean late;

    /** @param nanos the monotonic clock */
    Audience(Duration patience, LongSupplier nanos) {
        this.patienceNanos = patience.toNanos();
        this.nanos = nanos;
    }

    /** A write is about to begin. */
    synchronized void begin() {
        begun++;
    }

    /** Tells somebody once all writes that have begun are done. */
    synchronized void tell(Runnable told) {
        waiting.add(new Waiting(begun, told, nanos.getAsLong()));
        tellThoseWhoseTimeHasCome();
    }

    /** The oldest write is done, or failed. */
    synchronized void done() {
        done++;
        late = late && done < begun;
        tellThoseWhoseTimeHasCome();
    }

    synchronized void timePassed() {
        var first = waiting.peek();
        late = late || (first != null && nanos.getAsLong() - first.sinceNanos > patienceNanos);
        tellThoseWhoseTimeHasCome();
    }

    private void tellThoseWhoseTimeHasCome() {
        while (!waiting.isEmpty() && (late || waiting.element().writes <= done)) {
            waiting.remove().told.run();
        }
    }
}
