// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatestTest {

    private final Latest<String> latest = new Latest<>();

    @Test
    void isFoundOnceWhileItWillDo() {
        var found = new AtomicInteger();
        assertThat(latest.get(_ -> true, () -> "found " + found.incrementAndGet()))
                .isEqualTo("found 1");
        assertThat(latest.get(_ -> true, () -> "found " + found.incrementAndGet()))
                .isEqualTo("found 1");
        assertThat(latest.get("found 2"::equals, () -> "found " + found.incrementAndGet()))
                .isEqualTo("found 2");
    }

    @Test
    void theFormerOneServesWhileOneFindsTheNext() throws Exception {
        latest.get(_ -> false, () -> "yesterday");
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var finder = others.submit(() -> latest.get("today"::equals, () -> {
                begun.countDown();
                await(mayEnd);
                return "today";
            }));
            begun.await();
            assertThat(latest.get("today"::equals, () -> "found twice")).isEqualTo("yesterday");
            mayEnd.countDown();
            assertThat(finder.get()).isEqualTo("today");
        }
        assertThat(latest.get("today"::equals, () -> "found twice")).isEqualTo("today");
    }

    @Test
    void atTheVeryFirstAllWaitForOne() throws Exception {
        var found = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = others.submit(() -> latest.get(_ -> true, () -> {
                begun.countDown();
                await(mayEnd);
                return "found " + found.incrementAndGet();
            }));
            begun.await();
            var second = others.submit(() -> latest.get(_ -> true, () -> "found " + found.incrementAndGet()));
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo("found 1");
            assertThat(second.get()).isEqualTo("found 1");
        }
    }

    @Test
    void whatFailsIsTriedAgainByTheNextOne() {
        assertThatThrownBy(() -> latest.get(_ -> true, () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(latest.get(_ -> true, () -> "back")).isEqualTo("back");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
