// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import live.tributary.web.page.UpNextDay.Placed;

import static org.assertj.core.api.Assertions.assertThat;

final class UpNextDayTest {

    private static final ListedTeam OWL = new ListedTeam("Owl", "owl.example", URI.create("https://owl.example/"), 0);

    @Test
    void standsInTheOrderOfDaysAndKeepsThatOfTheDrawWithinEach() {
        var starts = Stream.of("2026-11-29T00:00:00Z", "2026-11-28T23:59:59Z", "2026-11-28T08:00:00Z")
                .map(at -> new UpNext(Instant.parse(at), OWL, "", ""))
                .toList();
        assertThat(UpNextDay.of(starts))
                .containsExactly(
                        new UpNextDay(
                                LocalDate.parse("2026-11-28"),
                                List.of(new Placed(1, starts.get(1)), new Placed(2, starts.get(2)))),
                        new UpNextDay(LocalDate.parse("2026-11-29"), List.of(new Placed(0, starts.getFirst()))));
        assertThat(UpNextDay.of(List.of())).isEmpty();
    }
}
