// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Values of the form that makes an account, as the person typed them. A password never comes back. */
public record AccountForm(String name, String handle, FormErrors errors) {

    /** The form before anybody typed. */
    public static AccountForm empty() {
        return new AccountForm("", "", FormErrors.none());
    }
}
