// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.lookout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

final class LookoutTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger looks = new AtomicInteger();
    private Lookout lookout = lookout(NEVER, NEVER, looks::incrementAndGet);

    private static Lookout lookout(Duration pause, Duration lastWork, Runnable look) {
        return new Lookout("test", pause, lastWork) {

            @Override
            protected void look() {
                look.run();
            }
        };
    }

    @AfterEach
    void stop() {
        lookout.stop();
    }

    private void awaitLooks(int count) {
        Waiting.until(count + " looks", PATIENCE, () -> looks.get() >= count);
    }

    @Test
    void looksAtTheStartAndWhenItIsWoken() {
        lookout.start();
        awaitLooks(1);
        lookout.wake();
        awaitLooks(2);
        assertThat(lookout.isRunning()).isTrue();
    }

    @Test
    void looksByItselfAfterAPause() {
        lookout = lookout(AT_ONCE, NEVER, looks::incrementAndGet);
        lookout.start();
        awaitLooks(3);
    }

    @Test
    void looksOnceForAllWhoCalledMeanwhile() {
        var held = new CountDownLatch(1);
        lookout = lookout(NEVER, NEVER, () -> {
            looks.incrementAndGet();
            await(held);
        });
        lookout.start();
        awaitLooks(1);
        for (int call = 0; call < 100; call++) {
            lookout.wake();
        }
        held.countDown();
        awaitLooks(2);
        lookout.stop();
        assertThat(looks).hasValue(2);
    }

    @Test
    void looksOnceForAllWhoCallInOneMoment() {
        lookout.start();
        awaitLooks(1);
        long start = System.nanoTime();
        for (int call = 0; call < 100; call++) {
            lookout.wake();
            LockSupport.parkNanos(1_000_000);
        }
        long moments = (System.nanoTime() - start) / Lookout.GATHERING.toNanos();
        // One in each moment that went by, and few more.
        assertThat(looks.get()).isLessThanOrEqualTo((int) moments + 5);
    }

    @Test
    void looksAgainAfterALookThatFailed() {
        lookout = lookout(AT_ONCE, NEVER, () -> {
            looks.incrementAndGet();
            throw new IllegalStateException("no database");
        });
        lookout.start();
        awaitLooks(2);
    }

    @Test
    void waitsForWhatIsUnderWayBeforeItHasStopped() throws InterruptedException {
        var held = new CountDownLatch(1);
        var done = new AtomicInteger();
        var doneBeforeTheEnd = new AtomicInteger();
        var stopped = new CountDownLatch(1);
        lookout.start();
        lookout.begin(() -> {
            await(held);
            done.incrementAndGet();
        });
        lookout.stop(() -> {
            doneBeforeTheEnd.set(done.get());
            stopped.countDown();
        });
        Waiting.until("the stop", PATIENCE, () -> !lookout.isRunning());
        held.countDown();
        stopped.await();
        assertThat(doneBeforeTheEnd).hasValue(1);
    }

    @Test
    void interruptsWhatTakesTooLong() {
        var interrupted = new CountDownLatch(1);
        lookout = lookout(NEVER, AT_ONCE, () -> {
            try {
                looks.incrementAndGet();
                new CountDownLatch(1).await();
            } catch (InterruptedException hurried) {
                interrupted.countDown();
            }
        });
        lookout.start();
        awaitLooks(1);
        lookout.stop();
        Waiting.until("an interrupt", PATIENCE, () -> interrupted.getCount() == 0);
    }

    @Test
    void startsAgainAfterAStop() {
        lookout.start();
        awaitLooks(1);
        lookout.stop();
        lookout.start();
        awaitLooks(2);
    }

    private static void await(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
