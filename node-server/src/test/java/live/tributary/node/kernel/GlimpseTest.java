// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What many want to know at once. */
final class GlimpseTest {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** Goes past its end: it counts from anywhere. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private final AtomicInteger looks = new AtomicInteger();
    private final Glimpse<Integer> glimpse = new Glimpse<>(looks::incrementAndGet, MOMENT, nanos::get);

    @Test
    void isFoundOutOnceForAllWhoAskInOneMoment() {
        for (int asked = 0; asked < 100; asked++) {
            assertThat(glimpse.get()).isEqualTo(1);
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void isFoundOutAnewInTheNext() {
        glimpse.get();
        nanos.addAndGet(MOMENT.toNanos() - 1);
        assertThat(glimpse.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(glimpse.get()).isEqualTo(2);
    }
}
