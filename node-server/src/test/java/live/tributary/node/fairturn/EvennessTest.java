// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class EvennessTest {

    @Test
    void measuresInequality() {
        assertThat(Gini.of(List.of(new Gini.Weighed(3, 1), new Gini.Weighed(3, 5))))
                .isCloseTo(0, within(1e-12));
        assertThat(Gini.of(List.of(new Gini.Weighed(0, 3), new Gini.Weighed(4, 1))))
                .isCloseTo(0.75, within(1e-12));
        assertThat(Gini.of(List.of(new Gini.Weighed(1, 1), new Gini.Weighed(3, 1))))
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void countsWhoWasOnAirForTwoHoursAndHadSomethingDue() {
        var evenness = Evenness.of(List.of(
                new Evenness.Share(2, new Turn(3, 4)),
                new Evenness.Share(4, new Turn(9, 8)),
                new Evenness.Share(1.9, new Turn(0, 100)),
                new Evenness.Share(8, new Turn(5, 0))));
        assertThat(evenness.groups()).isEqualTo(2);
        assertThat(evenness.leastShare()).isEqualTo(0.75);
        assertThat(evenness.p1Share()).isEqualTo(0.75);
        assertThat(evenness.turnGini()).isCloseTo(1.0 / 12, within(1e-12));
        assertThat(evenness.exposureGini()).isCloseTo(1.0 / 12, within(1e-12));
    }

    @Test
    void saysNothingOfNobody() {
        assertThat(Evenness.of(List.of()).turnGini()).isNaN();
        assertThat(Evenness.of(List.of()).p1Share()).isNaN();
    }
}
