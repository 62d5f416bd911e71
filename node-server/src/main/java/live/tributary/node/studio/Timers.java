// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs what may block on virtual threads, now or later. The clock's own thread only starts them. Is no {@code Executor},
 * because Boot makes the one for requests only where a node has none.
 */
final class Timers implements AutoCloseable {

    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("studio-", 0).factory());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("studio-timer").factory());

    void execute(Runnable task) {
        workers.execute(task);
    }

    void after(Duration wait, Runnable task) {
        var _ = clock.schedule(() -> workers.execute(task), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Again and again, with this pause between two beginnings at least. */
    void every(Duration pause, Runnable task) {
        var _ = clock.scheduleWithFixedDelay(
                () -> workers.execute(task), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Drops what was to run later, and waits for what runs now. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.close();
    }
}
