// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatestTest {

    private final Latest<String> latest = new Latest<>();
    private final AtomicInteger found = new AtomicInteger();

    private String find() {
        return "found " + found.incrementAndGet();
    }

    @Test
    void isFoundOnceWhileItWillDo() {
        assertThat(latest.get(_ -> true, _ -> false, this::find)).isEqualTo("found 1");
        assertThat(latest.get(_ -> true, _ -> false, this::find)).isEqualTo("found 1");
        assertThat(latest.get("found 2"::equals, _ -> false, this::find)).isEqualTo("found 2");
    }

    @Test
    void theFormerOneServesWhileOneFindsTheNext() throws Exception {
        latest.get(_ -> false, _ -> false, this::find);
        whileOneFinds(() -> assertThat(latest.get("found 2"::equals, "found 1"::equals, () -> "found twice"))
                .isEqualTo("found 1"));
        assertThat(latest.get("found 2"::equals, _ -> false, () -> "found twice"))
                .isEqualTo("found 2");
    }

    @Test
    void whoeverCannotUseTheFormerOneWaitsForTheNext() throws Exception {
        latest.get(_ -> false, _ -> false, this::find);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<String>>();
            whileOneFinds(() ->
                    waiting.add(others.submit(() -> latest.get("found 2"::equals, _ -> false, () -> "found twice"))));
            assertThat(waiting.getFirst().get()).isEqualTo("found 2");
        }
    }

    @Test
    void whatFailsIsTriedAgainByTheNextOne() {
        assertThatThrownBy(() -> latest.get(_ -> true, _ -> true, () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(latest.get(_ -> true, _ -> true, () -> "back")).isEqualTo("back");
    }

    /** Does something while another thread is at finding what comes next. */
    private void whileOneFinds(Runnable doing) throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var finder = others.submit(() -> latest.get("found 2"::equals, _ -> false, () -> {
                begun.countDown();
                await(mayEnd);
                return find();
            }));
            begun.await();
            doing.run();
            mayEnd.countDown();
            assertThat(finder.get()).isEqualTo("found 2");
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
