// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.node.directory.ListedGroup;

import static org.assertj.core.api.Assertions.assertThat;

final class CalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:04:00Z");

    @Test
    void saysWhoBeginsWhen() {
        assertThat(calendar("The owls", "Moon; and, then"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nDTSTART:20261122T200400Z\r\nSUMMARY:The owls: Moon\\; and\\, then\r\n")
                .contains("@rollup.example\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void foldsLongLinesWithoutCuttingLetters() {
        var title = "Bärenklau 🐻 ".repeat(20).strip();
        var calendar = calendar("The owls", title);
        assertThat(calendar.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:The owls: " + title + "\r\n");
    }

    @Test
    void aTitleCannotWriteFurtherLines() {
        assertThat(calendar("The owls", "x\r\nEND:VCALENDAR\\n").lines().filter("END:VCALENDAR"::equals))
                .hasSize(1);
    }

    private static String calendar(String name, String title) {
        var id = URI.create("https://owl.example/g");
        var team = new ListedGroup(id, id.getHost(), name, id, List.of(), List.of(), List.of(), "", true, true, NOW);
        return Calendar.of(List.of(new AnnouncedStart(team, NOW.plusSeconds(3600), title)), "rollup.example", NOW);
    }
}
