// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.node.listing.NextDate;

/** {@code NewDate} of the contract. */
record NewDate(@Nullable Instant begins, @Nullable String title) {

    /** A problem where it is not to come. */
    Instant parseBegins(Instant now) {
        return PitchChange.good(
                Optional.ofNullable(begins).filter(at -> NextDate.isToCome(at, now)),
                "A date begins at a moment still to come, within a year.");
    }

    String parseTitle() {
        return PitchChange.good(
                NextDate.title(PitchChange.text(title)),
                "A title is one line of at most %d characters, or empty.".formatted(NextDate.LONGEST_TITLE));
    }
}
