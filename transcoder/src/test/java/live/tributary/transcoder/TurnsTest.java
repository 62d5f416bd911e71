// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

final class TurnsTest {

    @Test
    void doesAtOnceWhatIsGiven() {
        List<String> done = new ArrayList<>();
        var turns = new Turns<String>(done::add);

        turns.give("one");

        assertThat(done).containsExactly("one");
    }

    @Test
    void doesWhatComesFromWithinTheWorkAfterIt() {
        List<String> done = new ArrayList<>();
        List<Turns<String>> self = new ArrayList<>();
        self.add(new Turns<>(next -> {
            if (next.equals("one")) {
                self.getFirst().give("two");
            }
            done.add(next);
        }));

        self.getFirst().give("one");

        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void keepsTheOrderOfEachGiverAndNeverWorksTwice() throws Exception {
        int givers = 4;
        int each = 20_000;
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        // Plain: turns see to it that each sees what the one before wrote.
        int[] newest = new int[givers];
        int[] outOfOrder = new int[1];
        var turns = new Turns<int[]>(next -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            if (next[1] != ++newest[next[0]]) {
                outOfOrder[0]++;
            }
            atWork.decrementAndGet();
        });
        var threads = new ArrayList<Thread>();
        for (int giver = 0; giver < givers; giver++) {
            int name = giver;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= each; i++) {
                    turns.give(new int[] {name, i});
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(newest).containsOnly(each);
        assertThat(outOfOrder[0]).isZero();
        assertThat(most).hasValue(1);
    }

    /** On a thread of its own: who does wait would wait for ever. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nobodyWaitsForOneWhoIsAtWork() throws Exception {
        var begun = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        var turns = new Turns<CountDownLatch>(next -> {
            begun.countDown();
            awaitQuietly(next);
            done.add(Thread.currentThread().getName());
        });
        var working = Thread.ofPlatform().name("at work").start(() -> turns.give(letGo));
        begun.await();

        turns.give(new CountDownLatch(0));
        letGo.countDown();
        working.join();

        assertThat(done).containsExactly("at work", "at work");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
