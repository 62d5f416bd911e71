// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.listing.PitchWords;
import live.tributary.node.listing.WantedSeat;

/** {@code NewSeat} of the contract: what is missing is nothing. */
record NewSeat(
        @Nullable String role,
        @Nullable List<@Nullable String> topics,
        @Nullable List<@Nullable String> languages,
        @Nullable String hours,
        @Nullable String note,
        @Nullable String until) {

    /** A problem that names the first value that is not allowed. */
    WantedSeat parse(Instant now) {
        return new WantedSeat(
                UUID.randomUUID(),
                PitchChange.good(
                        WantedSeat.role(PitchChange.text(role)),
                        "A role is one line of 2 to %d characters.".formatted(OpenSeat.LONGEST_ROLE)),
                PitchChange.good(
                        PitchWords.tags(PitchChange.texts(topics)),
                        "Topics are at most five different words of 2 to 30 letters, digits and underscores."),
                PitchChange.good(
                        PitchWords.languages(PitchChange.texts(languages)),
                        "Languages are at most three tags of BCP 47, such as pt-BR."),
                PitchChange.good(
                        WantedSeat.hours(PitchChange.text(hours)),
                        "Hours are one line of at most %d characters.".formatted(OpenSeat.LONGEST_HOURS)),
                PitchChange.good(
                        WantedSeat.note(PitchChange.text(note)),
                        "A note has at most %d characters.".formatted(OpenSeat.LONGEST_NOTE)),
                PitchChange.good(
                        WantedSeat.until(PitchChange.text(until), now),
                        "A seat is open until a day still to come, within a year."));
    }
}
