// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import live.tributary.node.accounts.Account;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;

/** Calls that need somebody who is logged in. */
final class SignedIn {

    private SignedIn() {}

    /** The account of the visitor; a problem for strangers. */
    static Account require(Visitor visitor) {
        return switch (visitor.who()) {
            case Visitor.Who.Member(var account) -> account;
            case Visitor.Who.Stranger() -> throw Problem.of(Problem.Kind.NOT_SIGNED_IN);
        };
    }
}
