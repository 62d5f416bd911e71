// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import live.tributary.node.kernel.TeamId;

/**
 * What a team of this node says of a ring: that it is in it, or wants to be.
 *
 * @param ring address of its actor
 * @param page on its host
 * @param join the activity that asked
 * @param said why it is not in, in the ring's words; may be empty
 * @param since when it stands like this
 */
public record RingSeat(
        TeamId team, URI ring, String name, URI page, URI inbox, UUID join, State state, String said, Instant since) {

    /** How it stands. */
    public enum State {
        /** Its document names the ring; the ring has not answered. */
        ASKED,
        /** Both sides say so. */
        IN,
        /** The ring does not want it. */
        REFUSED,
        /** The ring does not name it any more. */
        OUT;

        /** Whether the team's own document names the ring. */
        boolean named() {
            return this == ASKED || this == IN;
        }
    }

    static RingSeat of(TeamId team, Ring ring, UUID join, State state, Instant since) {
        return new RingSeat(team, ring.actor(), ring.name(), ring.page(), ring.inbox(), join, state, "", since);
    }

    RingSeat now(State other, String why, Instant at) {
        return new RingSeat(team, ring, name, page, inbox, join, other, why, state == other ? since : at);
    }
}
