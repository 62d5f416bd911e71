// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.HashMap;
import java.util.Map;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.TeamForm;

/** The form that founds a team, in the set-up and on the members' page. */
sealed interface TeamFields {

    record Good(NewTeam team) implements TeamFields {}

    record Bad(TeamForm form) implements TeamFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static TeamFields read(Form form) {
        var name = DisplayName.parse(form.text("name"));
        var handle = Handle.parse(form.text("handle").strip());
        var mark = Mark.parse(form.text("mark"));
        var hue = Hue.parse(form.text("hue"));
        if (name.isPresent() && handle.isPresent() && mark.isPresent() && hue.isPresent()) {
            return new Good(new NewTeam(handle.get(), name.get(), mark.get(), hue.get()));
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (name.isEmpty()) {
            errors.put("name", FieldError.NAME_INVALID);
        }
        if (handle.isEmpty()) {
            errors.put("handle", FieldError.HANDLE_INVALID);
        }
        if (mark.isEmpty()) {
            errors.put("mark", FieldError.MARK_INVALID);
        }
        if (hue.isEmpty()) {
            errors.put("hue", FieldError.HUE_INVALID);
        }
        return new Bad(filled(form, new FormErrors(errors)));
    }

    /** The form as it comes back. */
    static TeamForm filled(Form form, FormErrors errors) {
        var hue = Hue.parse(form.text("hue"))
                .map(Hue::degrees)
                .orElse(TeamForm.empty().hue());
        return new TeamForm(form.text("name"), form.text("handle"), form.text("mark"), hue, errors);
    }
}
