// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LetterboxTest {

    private static final int MANY = 3 * Letterbox.MOST_AT_ONCE;

    private final FederatedNode node;
    private final Letterbox letterbox;

    LetterboxTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        letterbox = new Letterbox(node.get(InboxStore.class), InstantSource.system());
    }

    @AfterAll
    void stop() {
        node.client().sql("DELETE FROM inbox.activity").update();
        node.close();
    }

    @Test
    void whatComesTogetherIsAllThereWhenItIsAcknowledged() throws Exception {
        var results = together(IntStream.range(0, MANY)
                .<Callable<Boolean>>mapToObj(
                        place -> () -> letterbox.keep(arrival("many/" + place, "Like")) && isThere("many/" + place))
                .toList());
        for (var result : results) {
            assertThat(result.get()).isTrue();
        }
    }

    @Test
    void ofManyWithOneIdOneIsNew() throws Exception {
        var results = together(IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(_ -> () -> letterbox.keep(arrival("twin", "Like")))
                .toList());
        int isNew = 0;
        for (var result : results) {
            isNew += result.get() ? 1 : 0;
        }
        assertThat(isNew).isEqualTo(1);
        assertThat(letterbox.keep(arrival("twin", "Like"))).isFalse();
    }

    @Test
    void oneThatTheDatabaseDoesNotTakeIsNoHarmToOthers() throws Exception {
        var results = together(IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(
                        place -> () -> letterbox.keep(arrival("mixed/" + place, place == 25 ? "Li\0ke" : "Like")))
                .toList());
        for (int place = 0; place < results.size(); place++) {
            var result = results.get(place);
            if (place == 25) {
                assertThatThrownBy(result::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(DataIntegrityViolationException.class);
            } else {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        var all = new CountDownLatch(50);
        var broken = new Letterbox(
                new InboxStore(_ -> {
                    awaitUnchecked(all);
                    throw new StackOverflowError();
                }),
                InstantSource.system());
        var results = IntStream.range(0, 50)
                .mapToObj(place -> new FutureTask<>(() -> {
                    all.countDown();
                    return broken.keep(arrival("broken/" + place, "Like"));
                }))
                .toList();
        results.forEach(Thread::startVirtualThread);
        for (var result : results) {
            assertThatThrownBy(() -> result.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfAny(StackOverflowError.class, IllegalStateException.class);
        }
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private boolean isThere(String path) {
        return node.get(JdbcClient.class)
                        .sql("SELECT count(*) FROM inbox.activity WHERE id = :id")
                        .param("id", id(path).toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** All begin at one moment. */
    private static List<Future<Boolean>> together(List<Callable<Boolean>> work) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = work.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            return results;
        }
    }

    private static Arrival arrival(String path, String type) {
        return new Arrival(id(path), "far.example", id(path), type, Trust.SIGNED, new byte[] {1, 2, 3});
    }

    private static URI id(String path) {
        return URI.create("https://far.example/" + path);
    }
}
