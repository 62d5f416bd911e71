// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import live.tributary.node.rings.RingStretch.OnAir;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is on air, however many ask. */
final class LiveBookTest {

    private static final URI TEAM = Stretches.actor("a");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger looks = new AtomicInteger();
    private final LiveBook book = new LiveBook(this::look, nanos::get);

    @Test
    void isFoundOutOnceForAllWhoAskInOneMoment() {
        for (int asked = 0; asked < 100; asked++) {
            assertThat(book.onAir()).containsKey(TEAM);
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void isFoundOutAnewInTheNext() {
        book.onAir();
        nanos.addAndGet(LiveBook.MOMENT.toNanos() - 1);
        book.onAir();
        assertThat(looks).hasValue(1);
        nanos.addAndGet(1);
        book.onAir();
        assertThat(looks).hasValue(2);
    }

    private Map<URI, OnAir> look() {
        looks.incrementAndGet();
        return Map.of(TEAM, new OnAir.Off());
    }
}
