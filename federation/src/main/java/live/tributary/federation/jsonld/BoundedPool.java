// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import live.tributary.federation.jsonld.PlainReading.Reason;
import live.tributary.federation.jsonld.PlainReading.Refused;

/** A few threads for work that strangers can make expensive. Whoever waits for it has a deadline. */
final class BoundedPool implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final Duration deadline;
    private final Duration patience;

    /**
     * @param deadline how long work may take, once it has begun: what waits in the queue is not slow
     * @param patience how long it may wait for its beginning
     */
    BoundedPool(int threads, int queue, Duration deadline, Duration patience) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("json-ld-", 0).daemon().factory());
        this.deadline = deadline;
        this.patience = patience;
    }

    /** Work that nobody waits for. */
    void begin(Callable<PlainReading> work) {
        threads.execute(() -> contained(work));
    }

    /** The answer of {@code work}, or why there is none. */
    PlainReading call(Callable<PlainReading> work) {
        var begun = new CountDownLatch(1);
        var task = new FutureTask<>(() -> {
            begun.countDown();
            return contained(work);
        });
        try {
            threads.execute(task);
            if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS) && threads.remove(task)) {
                return new Refused(Reason.BUSY, "it has waited longer than " + patience);
            }
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            task.cancel(true);
            return new Refused(Reason.TOO_SLOW, "longer than " + deadline);
        } catch (RejectedExecutionException full) {
            return new Refused(Reason.BUSY, "the queue is full");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("an error that no document explains", failed);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Refused(Reason.BUSY, "the node stops");
        }
    }

    /** An exhausted stack is an Error, but here only a stranger's document is at fault. */
    private static PlainReading contained(Callable<PlainReading> work) {
        try {
            return work.call();
        } catch (StackOverflowError tooDeep) {
            return new Refused(Reason.NOT_READABLE, "too deep");
        } catch (Exception failed) {
            return new Refused(Reason.NOT_READABLE, failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
