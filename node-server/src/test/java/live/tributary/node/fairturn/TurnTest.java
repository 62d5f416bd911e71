// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The ledger's sums: what places are worth, what is due, and what comes of both. */
final class TurnTest {

    @Test
    void placesOfTheFirstPageAreWorthLessAndLess() {
        assertThat(Exposure.at(1)).isEqualTo(1);
        assertThat(Exposure.at(3)).isCloseTo(0.5, within(1e-12));
        assertThat(Exposure.at(24)).isCloseTo(1 / (Math.log(25) / Math.log(2)), within(1e-12));
        assertThat(Exposure.at(25)).isZero();
    }

    @Test
    void beginsEven() {
        assertThat(Turn.NEW.correction()).isEqualTo(1);
    }

    @Test
    void halvesInAWeek() {
        var turn = new Turn(8, 4).after(Duration.ofDays(7));

        assertThat(turn.received()).isCloseTo(4, within(1e-12));
        assertThat(turn.due()).isCloseTo(2, within(1e-12));
    }

    @Property(tries = 500)
    void staysWithinAQuarterAndFourTimes(
            @ForAll @DoubleRange(min = 0, max = 1e9) double received,
            @ForAll @DoubleRange(min = 0, max = 1e9) double due,
            @ForAll @DoubleRange(min = 0, max = 1e6) double more) {
        var turn = new Turn(received, due);

        assertThat(turn.correction()).isBetween(0.25, 4.0);
        assertThat(turn.plusReceived(more).correction()).isLessThanOrEqualTo(turn.correction());
        assertThat(turn.plusDue(more).correction()).isGreaterThanOrEqualTo(turn.correction());
    }

    @Test
    void sharesOutWhatWasServedAmongThoseWhomTheFilterLetThrough() {
        var plain = new GroupLine(new Gid(1), 1, true, List.of(PoolLine.of("en", 1, 1)), List.of(), List.of());
        var half = new GroupLine(new Gid(2), 2, true, List.of(PoolLine.of("en", 0.5, 1)), List.of(), List.of());
        var labelled =
                new GroupLine(new Gid(3), 3, true, List.of(PoolLine.of("en", 1, 1)), List.of(), List.of("violence"));
        var elsewhere = new GroupLine(new Gid(4), 4, true, List.of(PoolLine.of("de", 1, 1)), List.of(), List.of());
        Map<List<String>, Double> handedOut = Map.of(List.of(), 10.0, List.of("violence"), 30.0);

        var due = Entitlement.of("en", handedOut, List.of(plain, half, labelled, elsewhere));

        assertThat(due).containsOnlyKeys(new Gid(1), new Gid(2), new Gid(3));
        assertThat(due.get(new Gid(1))).isCloseTo(4 + 20, within(1e-9));
        assertThat(due.get(new Gid(2))).isCloseTo(2 + 10, within(1e-9));
        assertThat(due.get(new Gid(3))).isCloseTo(4, within(1e-9));
    }
}
