// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import live.tributary.node.listing.NextDate;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingForms;

/** The form of a start that a team announces. */
sealed interface DateFields {

    record Good(Instant at, String title) implements DateFields {}

    record Bad(FormErrors errors) implements DateFields {}

    static DateFields read(Form form, Instant now) {
        var at = NextDate.begins(form.text("begins"), now);
        var title = NextDate.title(form.text("title"));
        if (at.isPresent() && title.isPresent()) {
            return new Good(at.get(), title.get());
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (at.isEmpty()) {
            errors.put("begins", FieldError.BEGINS_INVALID);
        }
        if (title.isEmpty()) {
            errors.put("title", FieldError.TITLE_INVALID);
        }
        return new Bad(new FormErrors(errors));
    }

    static ListingForms.Date typed(Form form) {
        return new ListingForms.Date(form.text("title"), form.text("begins"));
    }
}
