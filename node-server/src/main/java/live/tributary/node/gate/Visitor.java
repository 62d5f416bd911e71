// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import live.tributary.node.accounts.Account;
import live.tributary.node.kernel.Actor;

/**
 * Who is asking, and how. A controller that names this type as a parameter is handed it.
 *
 * @param csrf goes into every form of the page that is answered
 */
public record Visitor(Who who, CsrfToken csrf, Transport transport) {

    /** Whether the browser brought a session. */
    public sealed interface Who {

        /** Nobody we know. */
        record Stranger() implements Who {}

        /** Somebody who is logged in. */
        record Member(Account account) implements Who {}
    }

    /** Whom the front doors of the house are asked for. */
    public Actor actor() {
        return switch (who) {
            case Who.Stranger() -> Actor.ANONYMOUS;
            case Who.Member(var account) -> new Actor.SignedIn(account.id(), account.nodeOwner());
        };
    }

    /** Whether others may listen to the connection. */
    public boolean overheard() {
        return !transport.encrypted() && !transport.withinOneMachine();
    }
}
