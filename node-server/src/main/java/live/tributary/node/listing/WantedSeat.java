// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.broadcast.Language;
import live.tributary.node.kernel.OneLine;

/**
 * Somebody whom a team looks for. All texts are of one line.
 *
 * @param role what they would do
 * @param topics in the one spelling that directories compare
 * @param hours in the team's words; may be empty
 * @param note may be empty
 * @param expires from when on nobody is looked for any more
 */
public record WantedSeat(
        UUID id,
        String role,
        List<String> topics,
        List<Language> languages,
        String hours,
        String note,
        Instant expires) {

    /** A note that outlives its year was forgotten. */
    public static final Duration LONGEST_SEARCH = Duration.ofDays(366);

    private static final int SHORTEST_ROLE = 2;

    public WantedSeat {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    /** One line of 2 to {@link OpenSeat#LONGEST_ROLE} characters. */
    public static Optional<String> role(String typed) {
        return OneLine.parse(typed, OpenSeat.LONGEST_ROLE)
                .filter(role -> role.codePointCount(0, role.length()) >= SHORTEST_ROLE);
    }

    /** Nothing, or one line. */
    public static Optional<String> hours(String typed) {
        return PitchWords.lineOrNothing(typed, OpenSeat.LONGEST_HOURS);
    }

    /** Nothing, or what becomes one line: forms send line ends that people did not mean. */
    public static Optional<String> note(String typed) {
        return PitchWords.lineOrNothing(typed.replaceAll("\\R+", " "), OpenSeat.LONGEST_NOTE);
    }

    /**
     * The end of a day, as a form sends it: {@code 2026-12-31}, in UTC. Empty for anything else, and for what is not to come
     * within a year.
     */
    public static Optional<Instant> until(String typed, Instant now) {
        try {
            var end = LocalDate.parse(typed.strip())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            return end.isAfter(now) && !end.isAfter(now.plus(LONGEST_SEARCH)) ? Optional.of(end) : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** As it travels. */
    OpenSeat travelling() {
        return new OpenSeat(
                role, topics, languages.stream().map(Language::tag).toList(), hours, List.of(), note, expires);
    }
}
