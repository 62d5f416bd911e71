// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

/** A password as typed, in memory for as long as it takes to hash it. Any text: the rules are
 *  {@link PasswordRules}, so that an old password outlives a new rule. */
public record Password(String value) {

    /** NIST SP 800-63B-4 asks for 15, or 8 beside a second factor; there is none yet, and 12 is what people accept. */
    public static final int MINIMUM_CHARACTERS = 12;

    /** Argon2 takes any length; a form field does not. */
    public static final int MAXIMUM_CHARACTERS = 256;

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
