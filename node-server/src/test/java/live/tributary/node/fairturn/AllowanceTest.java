// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class AllowanceTest {

    @Test
    void countsInFullUpToFortyHoursAWeekAndTenADay() {
        assertThat(Allowance.ofHours(0, 0)).isEqualTo(1);
        assertThat(Allowance.ofHours(40, 10)).isEqualTo(1);
        assertThat(Allowance.ofHours(80, 10)).isEqualTo(0.5);
        assertThat(Allowance.ofHours(40, 20)).isEqualTo(0.5);
    }

    /** All of them, once the week behind them is full: what is live for h hours has h hours at its allowance. */
    @Property(tries = 500)
    void groupsOfTheSameHandsCountFortyHoursTogether(
            @ForAll @IntRange(min = 1, max = 200) int groups, @ForAll @DoubleRange(min = 1, max = 168) double hours) {
        double week = groups * hours;
        double counted = week * Allowance.ofHours(week, 0);

        assertThat(counted).isCloseTo(Math.min(week, 40), within(1e-9));
    }

    @Property(tries = 500)
    void newcomersNeverHoldMoreThanATenthOnceThePoolHasGrown(
            @ForAll @DoubleRange(min = 24, max = 5000) double vouched,
            @ForAll @DoubleRange(min = 0.01, max = 50_000) double unvouched) {
        double held = unvouched * Allowance.newcomerCap(vouched, unvouched);

        assertThat(held / (held + vouched)).isLessThanOrEqualTo(0.1 + 1e-9);
    }

    @Property(tries = 500)
    void moreNewcomersNeverWeighMoreEach(
            @ForAll @DoubleRange(min = 0, max = 5000) double vouched,
            @ForAll @DoubleRange(min = 0.01, max = 50_000) double unvouched,
            @ForAll @DoubleRange(min = 0, max = 1000) double more) {
        assertThat(Allowance.newcomerCap(vouched, unvouched + more))
                .isLessThanOrEqualTo(Allowance.newcomerCap(vouched, unvouched))
                .isPositive();
    }

    @Test
    void newcomersOfAYoungPoolShareWhatVouchedGroupsCannotFill() {
        assertThat(Allowance.newcomerCap(0, 12)).isEqualTo(1);
        assertThat(Allowance.newcomerCap(0, 24)).isEqualTo(0.5);
        assertThat(Allowance.newcomerCap(0, 0)).isEqualTo(1);
        assertThat(100 * Allowance.newcomerCap(24, 100)).isCloseTo(24 / 9.0, within(1e-12));
    }
}
