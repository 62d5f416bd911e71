// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static live.tributary.node.rings.Stretches.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** When a member whose server answers wrongly is taken for one that has left. */
final class DoubtTest {

    @Test
    void isOverAfterSeveralAnswersWithinNoLessThanADay() {
        var day = NOON.plus(Duration.ofDays(1));
        assertThat(new Doubt(3, NOON).isOver(day)).isTrue();
        assertThat(new Doubt(2, NOON).isOver(day)).isFalse();
        assertThat(new Doubt(100, NOON).isOver(day.minusSeconds(1))).isFalse();
    }

    @Test
    void looksOftenEnoughInADay() {
        assertThat(Doubt.PAUSE.multipliedBy(Doubt.ENOUGH)).isLessThanOrEqualTo(Doubt.LONG_ENOUGH);
    }
}
