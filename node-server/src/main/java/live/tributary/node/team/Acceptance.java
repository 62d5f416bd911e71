// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import live.tributary.node.accounts.RegistrationRefusal;

/** The answer to somebody who follows an invitation. */
public sealed interface Acceptance {

    record Accepted(Member member) implements Acceptance {}

    /** The account could not be made; the invitation stays open. */
    record Refused(RegistrationRefusal reason) implements Acceptance {}

    /** It was used or revoked, is too old, or never was one. */
    record Over() implements Acceptance {}
}
