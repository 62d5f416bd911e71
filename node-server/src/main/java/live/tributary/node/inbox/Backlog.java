// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Whether too much waits to be worked on, of one domain and of all. A count reads whatever it counts, so that it would cost
 * most when there is most to do: each is made once a second at most, and what comes in that second can be above the limit.
 * Any thread that may block.
 */
final class Backlog {

    static final int MOST_WAITING = 20_000;

    static final int MOST_WAITING_OF_ONE = 1_000;

    private static final long COUNTS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_NAMES = 10_000;

    /** Stands for all domains; none is named so, nor as the next. */
    private static final String ALL = "";

    /** Stands for all domains together, where it is asked whether they have as much as one may have. */
    private static final String ALL_OF_ONE = " ";

    private final InboxStore store;
    private final LongSupplier nanoTime;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Backlog(InboxStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** What was counted, and when. */
    private record Count(boolean isFull, long nanos) {}

    boolean isFull() {
        return isFull(ALL, () -> store.hasWaiting(MOST_WAITING));
    }

    /** Where less waits of all, none has so much. */
    boolean isFullOf(String domain) {
        return isFull(ALL_OF_ONE, () -> store.hasWaiting(MOST_WAITING_OF_ONE))
                && isFull(domain, () -> store.hasWaiting(domain, MOST_WAITING_OF_ONE));
    }

    boolean isFull(String name, BooleanSupplier count) {
        long now = nanoTime.getAsLong();
        if (counts.size() >= MOST_NAMES) {
            counts.clear();
        }
        // Who comes while it is counted waits for that count: it is dearest when most come.
        return counts.compute(name, (_, last) -> isFresh(last, now) ? last : new Count(count.getAsBoolean(), now))
                .isFull();
    }

    private static boolean isFresh(@Nullable Count last, long now) {
        return last != null && now - last.nanos() < COUNTS_NANOS;
    }
}
