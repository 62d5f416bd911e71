// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import live.tributary.federation.remote.KeyLookUp.NotFound;
import live.tributary.federation.remote.KeyLookUp.TooOften;
import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedFetchesTest {

    private static final URI KEY = URI.create("https://social.example/users/ana#main-key");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SharedFetches fetches = new SharedFetches(PATIENCE);

    @Test
    void whoeverComesMeanwhileGetsTheSameAnswer() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<KeyLookUp>();
        var first = Thread.ofVirtual()
                .start(() -> answers.add(fetches.of(KEY, () -> {
                    await(answer);
                    return new TooOften(KEY);
                })));
        Waiting.until("the first one fetches", PATIENCE, () -> first.getState() == Thread.State.WAITING);

        var second = Thread.ofVirtual()
                .start(() -> answers.add(fetches.of(KEY, () -> new NotFound(KEY, "fetched by the second"))));
        Waiting.until("the second one waits", PATIENCE, () -> second.getState() == Thread.State.TIMED_WAITING);
        answer.countDown();
        first.join();
        second.join();

        assertThat(answers).containsExactly(new TooOften(KEY), new TooOften(KEY));
    }

    @Test
    void whoeverComesLaterFetchesAgain() {
        assertThat(fetches.of(KEY, () -> new TooOften(KEY))).isEqualTo(new TooOften(KEY));
        assertThat(fetches.of(KEY, () -> new NotFound(KEY, "later"))).isEqualTo(new NotFound(KEY, "later"));
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> fetches.of(KEY, () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(fetches.of(KEY, () -> new TooOften(KEY))).isEqualTo(new TooOften(KEY));
    }

    @Test
    void nobodyWaitsForeverForAnother() throws InterruptedException {
        var impatient = new SharedFetches(Duration.ofMillis(20));
        var answer = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> impatient.of(KEY, () -> {
                    await(answer);
                    return new NotFound(KEY, "late");
                }));
        Waiting.until("the first one fetches", PATIENCE, () -> first.getState() == Thread.State.WAITING);

        assertThat(impatient.of(KEY, () -> new NotFound(KEY, "fetched by the second")))
                .isEqualTo(new TooOften(KEY));
        answer.countDown();
        first.join();
    }

    @Test
    void whoeverWaitsHearsOfAnErrorToo() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var first = Thread.ofVirtual()
                .start(() -> heard(
                        failures,
                        () -> fetches.of(KEY, () -> {
                            await(answer);
                            throw new StackOverflowError("of a stranger");
                        })));
        Waiting.until("the first one fetches", PATIENCE, () -> first.getState() == Thread.State.WAITING);
        var second = Thread.ofVirtual().start(() -> heard(failures, () -> fetches.of(KEY, () -> new TooOften(KEY))));
        Waiting.until("the second one waits", PATIENCE, () -> second.getState() == Thread.State.TIMED_WAITING);
        answer.countDown();
        first.join();
        second.join();

        assertThat(failures).hasSize(2);
    }

    private static void heard(Collection<Throwable> failures, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
