// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.node.following.Asked;

/** What came of a host's choice. */
public sealed interface Chosen {

    /** Viewers are offered the way. */
    record Done(Prospect target) implements Chosen {}

    record Not(Why why) implements Chosen {}

    /** Why it came to nothing. */
    enum Why {
        /** Nothing of the team is on air. */
        NOT_ON_AIR,
        /** Nobody is found under what was typed. */
        NOBODY,
        /** Their server does not answer. */
        SILENT,
        /** This node or the team keeps them out. */
        BLOCKED,
        /** It is the team itself. */
        ITSELF,
        /** They were sent viewers five minutes ago. */
        TOO_SOON,
        /** They are not on air now. */
        THEY_ARE_NOT_ON_AIR;

        static Why of(Asked.Why why) {
            return switch (why) {
                case NO_ADDRESS, NO_SERVER, NOBODY, NO_ACTOR_OF_ITS_OWN, TOO_MANY, OURS -> NOBODY;
                case SILENT -> Why.SILENT;
                case BLOCKED -> Why.BLOCKED;
            };
        }
    }
}
