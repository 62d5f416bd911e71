// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ReplayWindowTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOW);

    @Test
    void knowsARepeatAsLongAsItCouldBeInTime() {
        var window = new ReplayWindow(now::get, ReplayWindow.DEFAULT_MEMORY, ReplayWindow.DEFAULT_LIMIT);
        var claim = claim(1);
        assertThat(window.knows(claim)).isFalse();
        window.remember(claim);
        assertThat(window.knows(claim)).isTrue();
        assertThat(window.knows(claim(1))).as("the same request read again").isTrue();
        assertThat(window.knows(claim(2))).isFalse();
        now.updateAndGet(time -> time.plus(ReplayWindow.DEFAULT_MEMORY));
        assertThat(window.knows(claim)).isTrue();
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(window.knows(claim)).isFalse();
    }

    /** The whole width in which a signature is in time: nothing falls between the window and the memory. */
    @Test
    void remembersForAsLongAsTheClockWindowIsWide() {
        var width = ClockWindow.DEFAULT.past().plus(ClockWindow.DEFAULT.skew());
        assertThat(ReplayWindow.DEFAULT_MEMORY).isGreaterThanOrEqualTo(width);
    }

    @Test
    void forgetsTheOldestWhereMoreComeThanFit() {
        var window = new ReplayWindow(now::get, Duration.ofHours(2), 3);
        for (int i = 0; i < 4; i++) {
            window.remember(claim(i));
        }
        assertThat(window.knows(claim(0))).isFalse();
        assertThat(window.knows(claim(1))).isTrue();
        assertThat(window.knows(claim(3))).isTrue();
    }

    private static SignatureClaim claim(int number) {
        var request = Sample.request("POST", "https://node.example/ap/inbox/" + number);
        return Sample.claim(
                new MessageSigner(Sample.CLOCK).sign(request, Keys.ED25519.as(Keys.KEY_ID), SignatureForm.CAVAGE));
    }
}
