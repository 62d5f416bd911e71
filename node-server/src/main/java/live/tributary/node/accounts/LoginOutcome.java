// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;

import live.tributary.node.kernel.Secret;

/** The answer to a login attempt. */
public sealed interface LoginOutcome {

    /** The handle and the password belong together.
     *  @param token for the cookie: it opens the new session */
    record LoggedIn(Account account, Secret token) implements LoginOutcome {}

    /** No such handle, or not its password: which of them is nobody's business. */
    record Wrong() implements LoginOutcome {}

    /** Too many wrong tries of this handle from this network. */
    record Throttled(Duration retryAfter) implements LoginOutcome {}

    /** Too many passwords are being computed; try again in a moment. */
    record Busy() implements LoginOutcome {}
}
