// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TokenBucketsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(6, 3, Duration.ofMinutes(1), nanos::get);

    private int takeAll(String name) {
        int taken = 0;
        while (buckets.tryTake(name)) {
            taken++;
        }
        return taken;
    }

    @Test
    void givesItsBurstAndThenWhatComesIn() {
        assertThat(takeAll("a.example")).isEqualTo(6);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(takeAll("a.example")).isEqualTo(3);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(takeAll("a.example")).isEqualTo(6);
    }

    @Test
    void nobodyUsesUpWhatIsAnothers() {
        takeAll("a.example");
        assertThat(buckets.tryTake("b.example")).isTrue();
    }

    @Test
    void saysHowLongToWait() {
        assertThat(buckets.untilNext()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void fillsEvenly() {
        takeAll("a.example");
        nanos.addAndGet(Duration.ofMillis(19_999).toNanos());
        assertThat(buckets.tryTake("a.example")).isFalse();
        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(buckets.tryTake("a.example")).isTrue();
    }

    @Test
    void remembersAtMostSoManyNames() {
        IntStream.rangeClosed(0, 100_000).forEach(name -> buckets.tryTake("n" + name));
        assertThat(buckets.known()).isLessThanOrEqualTo(50_000);
    }
}
