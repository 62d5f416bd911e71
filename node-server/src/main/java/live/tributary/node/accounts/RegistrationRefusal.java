// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

/** Why an account was not made. */
public enum RegistrationRefusal {
    /** Somebody on this node has it. */
    HANDLE_TAKEN,
    /** See {@link Password#MINIMUM_CHARACTERS}. */
    PASSWORD_TOO_SHORT,
    /** See {@link Password#MAXIMUM_CHARACTERS}. */
    PASSWORD_TOO_LONG,
    /** Everybody who guesses tries it first. */
    PASSWORD_COMMON,
    /** The claim link was used, is too old, or was never one. */
    CLAIM_OVER,
    /** Too many passwords are being computed; try again in a moment. */
    BUSY
}
