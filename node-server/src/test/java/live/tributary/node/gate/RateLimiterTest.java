// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTest {

    private static final AddressPrefix ONE = new AddressPrefix("01");
    private static final AddressPrefix OTHER = new AddressPrefix("02");

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(10, Duration.ofMinutes(1), nanos::get);

    @Test
    void grantsExactlyItsPermitsAtOnce() {
        assertThat(IntStream.range(0, 10))
                .allSatisfy(_ -> assertThat(limiter.tryTake(ONE)).isTrue());
        assertThat(limiter.tryTake(ONE)).isFalse();
        assertThat(limiter.tryTake(OTHER)).isTrue();
    }

    @Test
    void refillsEvenly() {
        IntStream.range(0, 11).forEach(_ -> limiter.tryTake(ONE));
        nanos.addAndGet(Duration.ofMillis(5_999).toNanos());
        assertThat(limiter.tryTake(ONE)).isFalse();
        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(limiter.tryTake(ONE)).isTrue();
        assertThat(limiter.untilNext()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void remembersAtMostSoManyPrefixes() {
        IntStream.rangeClosed(0, 100_000).forEach(n -> limiter.tryTake(new AddressPrefix("p" + n)));
        assertThat(limiter.known()).isLessThanOrEqualTo(50_000);
    }
}
