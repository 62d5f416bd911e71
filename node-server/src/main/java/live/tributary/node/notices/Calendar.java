// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import live.tributary.node.fairturn.Gid;

/** Announced starts as a calendar (RFC 5545). */
final class Calendar {

    /** Bytes of a line (3.1), without its end. */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    private Calendar() {}

    /**
     * Writes it.
     *
     * @param host of the directory: what makes names of entries unique
     */
    static String of(List<AnnouncedStart> starts, String host, Instant now) {
        var calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Tributary//Directory//EN");
        starts.forEach(start -> calendar.entry(start, host, now));
        calendar.line("END:VCALENDAR");
        return calendar.out.toString();
    }

    private void entry(AnnouncedStart start, String host, Instant now) {
        var team = start.team();
        line("BEGIN:VEVENT");
        line("UID:%s-%d@%s".formatted(Gid.of(team.id()), start.at().getEpochSecond(), host));
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART:" + MOMENT.format(start.at()));
        line("SUMMARY:" + escaped(headline(start)));
        line("URL:" + team.page());
        line("END:VEVENT");
    }

    private static String headline(AnnouncedStart start) {
        var name = start.team().name();
        return start.title().isEmpty() || start.title().equals(name) ? name : "%s: %s".formatted(name, start.title());
    }

    /** 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folds it where it is too long, and never within a letter. */
    private void line(String text) {
        int room = LONGEST_LINE;
        for (var letter : text.codePoints().mapToObj(Character::toString).toList()) {
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (size > room) {
                out.append("\r\n ");
                room = LONGEST_LINE - 1;
            }
            out.append(letter);
            room -= size;
        }
        out.append("\r\n");
    }
}
