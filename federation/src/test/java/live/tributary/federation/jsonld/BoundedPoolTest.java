// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import live.tributary.federation.jsonld.PlainReading.Reason;
import live.tributary.federation.jsonld.PlainReading.Refused;
import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

final class BoundedPoolTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final PlainReading DONE = new Refused(Reason.NOT_READABLE, "done");

    @Test
    void givesBackWhatTheWorkGives() {
        try (var pool = new BoundedPool(1, 1, LONG, LONG)) {
            assertThat(pool.call(() -> DONE)).isSameAs(DONE);
        }
    }

    @Test
    void survivesAnExhaustedStack() {
        try (var pool = new BoundedPool(1, 1, LONG, LONG)) {
            assertThat(pool.call(() -> deeper(0))).isEqualTo(new Refused(Reason.NOT_READABLE, "too deep"));
            assertThat(pool.call(() -> DONE)).isSameAs(DONE);
        }
    }

    @Test
    void refusesWhatFailsWithoutSayingMoreThanHow() {
        try (var pool = new BoundedPool(1, 1, LONG, LONG)) {
            assertThat(pool.call(() -> {
                        throw new IllegalStateException("of a stranger");
                    }))
                    .isEqualTo(new Refused(Reason.NOT_READABLE, "IllegalStateException"));
        }
    }

    @Test
    void doesNotWaitForeverForAnybody() {
        var never = new CountDownLatch(1);
        try (var pool = new BoundedPool(1, 1, Duration.ofMillis(20), LONG)) {
            assertThat(pool.call(() -> {
                        never.await();
                        return DONE;
                    }))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW));
        }
    }

    @Test
    void sendsAwayWhoeverComesWhenTheQueueIsFull() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var pool = new BoundedPool(1, 1, LONG, LONG);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<PlainReading>(callers);
            answers.submit(() -> pool.call(() -> {
                begun.countDown();
                end.await();
                return DONE;
            }));
            begun.await();
            answers.submit(() -> pool.call(() -> DONE));
            answers.submit(() -> pool.call(() -> DONE));
            // One works and one waits: only who was sent away can have an answer.
            assertThat(answers.take().get()).isEqualTo(new Refused(Reason.BUSY, "the queue is full"));
            end.countDown();
            assertThat(answers.take().get()).isSameAs(DONE);
            assertThat(answers.take().get()).isSameAs(DONE);
        }
    }

    @Test
    void theDeadlineOfWhatWaitsBeginsWhenItBegins() throws Exception {
        var deadline = Duration.ofMillis(200);
        var end = new CountDownLatch(1);
        try (var pool = new BoundedPool(1, 1, deadline, LONG);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.begin(() -> {
                end.await();
                return DONE;
            });
            long since = System.nanoTime();
            var answer = callers.submit(() -> pool.call(() -> DONE));
            Waiting.until(
                    "it has waited longer than it may take",
                    LONG,
                    () -> System.nanoTime() - since > deadline.multipliedBy(2).toNanos());
            end.countDown();
            assertThat(answer.get()).isSameAs(DONE);
        }
    }

    @Test
    void sendsAwayWhoeverWouldWaitTooLong() {
        var end = new CountDownLatch(1);
        try (var pool = new BoundedPool(1, 1, LONG, Duration.ofMillis(20))) {
            pool.begin(() -> {
                end.await();
                return DONE;
            });
            assertThat(pool.call(() -> DONE)).isEqualTo(new Refused(Reason.BUSY, "it has waited longer than PT0.02S"));
            end.countDown();
        }
    }

    private static PlainReading deeper(int level) {
        return level < 0 ? DONE : deeper(level + 1);
    }
}
