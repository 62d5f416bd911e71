// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

/** The answer to somebody who wants an account. */
public sealed interface Registration {

    record Registered(Account account) implements Registration {}

    record Refused(RegistrationRefusal reason) implements Registration {}
}
