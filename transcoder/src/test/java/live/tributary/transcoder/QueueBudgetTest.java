// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class QueueBudgetTest {

    private static final QueueShare SECOND_OF_VIDEO = new QueueShare(1_000, 0, 100);
    private static final QueueShare SECOND_OF_SOUND = new QueueShare(0, 1_000, 100);

    private long nanos;
    private final QueueBudget budget = new QueueBudget(Duration.ofSeconds(2), 1_000, () -> nanos);

    @Test
    void whoFallsBehindMayHaveTwoSecondsWaiting() {
        budget.take(SECOND_OF_VIDEO);
        pass(Duration.ofSeconds(2));
        assertThat(budget.fits(SECOND_OF_VIDEO)).isTrue();
        budget.take(SECOND_OF_VIDEO);
        assertThat(budget.fits(SECOND_OF_VIDEO)).isFalse();
        assertThat(budget.fits(SECOND_OF_SOUND)).isTrue();
        budget.giveBack(SECOND_OF_VIDEO);
        assertThat(budget.fits(SECOND_OF_VIDEO)).isTrue();
    }

    @Test
    void aLineThatWasSilentMaySendItAllAtOnce() {
        pass(Duration.ofSeconds(10));
        for (int i = 0; i < 10; i++) {
            assertThat(budget.fits(SECOND_OF_VIDEO)).isTrue();
            budget.take(SECOND_OF_VIDEO);
        }
        pass(Duration.ofSeconds(1));
        budget.giveBack(SECOND_OF_VIDEO);
        assertThat(budget.fits(SECOND_OF_VIDEO)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(budget.fits(SECOND_OF_VIDEO)).isFalse();
    }

    @Test
    void bytesAreBoundedInAnyCase() {
        budget.take(new QueueShare(1, 0, 901));
        assertThat(budget.fits(SECOND_OF_VIDEO)).isFalse();
        assertThat(budget.fits(new QueueShare(1, 0, 99))).isTrue();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
