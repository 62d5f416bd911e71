// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import live.tributary.node.listing.PitchWords;
import live.tributary.node.listing.WantedSeat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingForms;

/** The form of somebody whom a team looks for. */
sealed interface SeatFields {

    record Good(WantedSeat seat) implements SeatFields {}

    record Bad(FormErrors errors) implements SeatFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static SeatFields read(Form form, Instant now) {
        var role = WantedSeat.role(form.text("role"));
        var topics = PitchWords.tags(PitchFields.words(form.text("topics")));
        var languages = PitchWords.languages(form.all("seat-languages"));
        var hours = WantedSeat.hours(form.text("hours"));
        var note = WantedSeat.note(form.text("note"));
        var until = WantedSeat.until(form.text("until"), now);
        Map<String, FieldError> errors = new HashMap<>();
        wrong(errors, role, "role", FieldError.ROLE_INVALID);
        wrong(errors, topics, "topics", FieldError.TAGS_INVALID);
        wrong(errors, languages, "seat-languages", FieldError.LANGUAGES_INVALID);
        wrong(errors, hours, "hours", FieldError.HOURS_INVALID);
        wrong(errors, note, "note", FieldError.NOTE_INVALID);
        wrong(errors, until, "until", FieldError.UNTIL_INVALID);
        return errors.isEmpty()
                ? new Good(new WantedSeat(
                        UUID.randomUUID(),
                        role.orElseThrow(),
                        topics.orElseThrow(),
                        languages.orElseThrow(),
                        hours.orElseThrow(),
                        note.orElseThrow(),
                        until.orElseThrow()))
                : new Bad(new FormErrors(errors));
    }

    /** The form before anybody typed. */
    static ListingForms.Seat empty() {
        return new ListingForms.Seat("", "", PitchFields.languages(List.of()), "", "", "");
    }

    static ListingForms.Seat typed(Form form) {
        return new ListingForms.Seat(
                form.text("role"),
                form.text("topics"),
                PitchFields.languages(form.all("seat-languages")),
                form.text("hours"),
                form.text("note"),
                form.text("until"));
    }

    private static void wrong(Map<String, FieldError> errors, Optional<?> value, String field, FieldError error) {
        if (value.isEmpty()) {
            errors.put(field, error);
        }
    }
}
