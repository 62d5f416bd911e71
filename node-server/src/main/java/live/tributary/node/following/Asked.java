// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;

/** What came of the wish to follow somebody. */
public sealed interface Asked {

    /**
     * They were asked, now or before.
     *
     * @param actor address
     */
    record Done(URI actor) implements Asked {}

    /** Nobody was asked. */
    record Not(Why why) implements Asked {}

    /**
     * Nobody was asked: the account has asked so often within an hour.
     *
     * @param pause after which it may ask once more
     */
    record TooOften(Duration pause) implements Asked {}

    /** Why nobody was. */
    enum Why {
        /** What was typed is neither a handle nor an address. */
        NO_ADDRESS,
        /** There is no such server. */
        NO_SERVER,
        /** It is there, and nobody of that name or address is. */
        NOBODY,
        /** The server does not say which actor is its own. */
        NO_ACTOR_OF_ITS_OWN,
        /** It does not answer. */
        SILENT,
        /** The operator has blocked it. */
        BLOCKED,
        /** It is of this node. */
        OURS,
        /** The most that one may follow are followed. */
        TOO_MANY
    }
}
