// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * A start that a team announces.
 *
 * @param title of one line; may be empty
 * @param announcedAt when the team said so
 */
public record NextDate(UUID id, Instant at, String title, Instant announcedAt) {

    /** Nobody knows what will be in more than a year. */
    public static final Duration FURTHEST = Duration.ofDays(366);

    /** Of a title; in characters. */
    public static final int LONGEST_TITLE = 140;

    /** Nothing, or one line. */
    public static Optional<String> title(String typed) {
        return PitchWords.lineOrNothing(typed, LONGEST_TITLE);
    }

    /**
     * A moment that is to come, as a form sends it: {@code 2026-11-22T19:00}, in UTC. Empty for anything else.
     *
     * @param now what it is later than
     */
    public static Optional<Instant> begins(String typed, Instant now) {
        try {
            var at = LocalDateTime.parse(typed.strip()).toInstant(ZoneOffset.UTC);
            return isToCome(at, now) ? Optional.of(at) : Optional.empty();
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    /** Whether a team may announce it. */
    public static boolean isToCome(Instant at, Instant now) {
        return at.isAfter(now) && !at.isAfter(now.plus(FURTHEST));
    }
}
