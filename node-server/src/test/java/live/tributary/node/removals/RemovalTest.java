// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.removals.Step.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What a removal means at which time. */
final class RemovalTest {

    private static final Instant AT = Instant.parse("2026-08-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"WEEK, 7", "MONTH, 30", "HALF_YEAR, 180"})
    void barsUntilItsTermIsOver(Term term, int days) {
        var over = AT.plus(Duration.ofDays(days));
        assertThat(removal(term, Kind.REMOVED).bars(over.minusSeconds(1))).isTrue();
        assertThat(removal(term, Kind.REMOVED).bars(over)).isFalse();
        assertThat(removal(term, Kind.REMOVED, Kind.APPEALED, Kind.UPHELD).bars(over.minusSeconds(1)))
                .isTrue();
        assertThat(removal(term, Kind.REMOVED, Kind.APPEALED, Kind.PUT_BACK).bars(AT))
                .isFalse();
    }

    @Test
    void anOpenTermEndsByAWonAppealAlone() {
        var years = AT.plus(Duration.ofDays(3_650));
        assertThat(removal(Term.OPEN, Kind.REMOVED).bars(years)).isTrue();
        assertThat(removal(Term.OPEN, Kind.REMOVED, Kind.PUT_BACK).bars(AT)).isFalse();
    }

    @Test
    void isObjectedToOnceWithinSixMonthsOfTheCalendar() {
        var until = Instant.parse("2027-02-28T12:00:00Z");
        assertThat(removal(Term.WEEK, Kind.REMOVED).appealableUntil()).isEqualTo(until);
        assertThat(removal(Term.WEEK, Kind.REMOVED).isAppealable(until.minusSeconds(1)))
                .isTrue();
        assertThat(removal(Term.WEEK, Kind.REMOVED).isAppealable(until)).isFalse();
        Stream.of(Kind.APPEALED, Kind.UPHELD, Kind.PUT_BACK)
                .forEach(kind -> assertThat(
                                removal(Term.OPEN, Kind.REMOVED, kind).isAppealable(AT))
                        .isFalse());
    }

    private static Removal removal(Term term, Kind... kinds) {
        var team = URI.create("https://otter.example/ap/g/1");
        var subject = new Subject(team, "otter.example", "The otters", false, "{}");
        var steps = Stream.of(kinds).map(kind -> new Step(kind, AT, "Words.")).toList();
        return new Removal(new UUID(0, 1), subject, 1, 6, "Live.", term, false, AT, List.copyOf(steps));
    }
}
