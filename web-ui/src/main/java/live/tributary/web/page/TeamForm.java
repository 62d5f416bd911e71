// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * Values of the form that makes a team, as the person typed them.
 *
 * @param hue 0–345 in steps of 15
 */
public record TeamForm(String name, String handle, String mark, int hue, FormErrors errors) {

    /** The form before anybody typed. */
    public static TeamForm empty() {
        return new TeamForm("", "", "", 30, FormErrors.none());
    }
}
