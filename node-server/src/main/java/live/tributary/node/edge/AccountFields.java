// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.HashMap;
import java.util.Map;

import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Password;
import live.tributary.node.accounts.RegistrationRefusal;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.web.page.AccountForm;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** The form that makes an account, on the claim and on the invitation. */
sealed interface AccountFields {

    record Good(Applicant applicant) implements AccountFields {}

    record Bad(AccountForm form) implements AccountFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static AccountFields read(Form form) {
        var name = DisplayName.parse(form.text("name"));
        var handle = Handle.parse(form.text("handle").strip());
        if (name.isPresent() && handle.isPresent()) {
            return new Good(new Applicant(handle.get(), name.get(), new Password(form.text("password"))));
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (name.isEmpty()) {
            errors.put("name", FieldError.NAME_INVALID);
        }
        if (handle.isEmpty()) {
            errors.put("handle", FieldError.HANDLE_INVALID);
        }
        return new Bad(filled(form, new FormErrors(errors)));
    }

    /** The form as it comes back, without the password. */
    static AccountForm filled(Form form, FormErrors errors) {
        return new AccountForm(form.text("name"), form.text("handle"), errors);
    }

    /** What a refusal says, beside the field it is about. {@code CLAIM_OVER} is about the link and not about a field. */
    static FormErrors errors(RegistrationRefusal refusal) {
        return switch (refusal) {
            case HANDLE_TAKEN -> FormErrors.on("handle", FieldError.HANDLE_TAKEN);
            case PASSWORD_TOO_SHORT -> FormErrors.on("password", FieldError.PASSWORD_TOO_SHORT);
            case PASSWORD_TOO_LONG -> FormErrors.on("password", FieldError.PASSWORD_TOO_LONG);
            case PASSWORD_COMMON -> FormErrors.on("password", FieldError.PASSWORD_COMMON);
            case BUSY, CLAIM_OVER -> FormErrors.on("password", FieldError.BUSY);
        };
    }
}
