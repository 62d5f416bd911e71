// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A minute of UTC: what a snapshot is called by, and what its lots are drawn for.
 *  @param start its first moment */
public record Minute(Instant start) implements Comparable<Minute> {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What is hashed has 17 characters. */
    private static final int GREATEST_YEAR = 9999;

    public Minute {
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("not the start of a minute: " + start);
        }
        int year = start.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > GREATEST_YEAR) {
            throw new IllegalArgumentException("a year without four digits: " + start);
        }
    }

    /** The minute that a moment lies in. */
    public static Minute of(Instant moment) {
        return new Minute(moment.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Reads {@code 2026-11-22T19:04Z} and nothing else. */
    public static Optional<Minute> parse(String text) {
        try {
            var minute = new Minute(TEXT.parse(text, Instant::from));
            return minute.toString().equals(text) ? Optional.of(minute) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The day whose key draws the lots of this minute. */
    public LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** Whether the other one follows it. */
    public boolean isJustBefore(Minute other) {
        return start.plus(1, ChronoUnit.MINUTES).equals(other.start);
    }

    @Override
    public int compareTo(Minute other) {
        return start.compareTo(other.start);
    }

    /** As in a snapshot's name and in what is hashed: {@code 2026-11-22T19:04Z}. */
    @Override
    public String toString() {
        return TEXT.format(start);
    }
}
