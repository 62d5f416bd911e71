// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.kernel.Actor;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Team;
import live.tributary.web.page.Elsewhere;
import live.tributary.web.page.Presence;

/** How what this node shows is known on other servers. Safe for any thread that may block. */
interface Presences {

    /** Of a node that does not speak with other servers. */
    Presences NONE = new Presences() {
        @Override
        public Presence of(Team team) {
            return new Presence.None();
        }

        @Override
        public Elsewhere of(Seat seat, Actor looking) {
            return new Elsewhere.Nowhere();
        }
    };

    Presence of(Team team);

    /** What is on, or was last, at this seat, for whoever looks. */
    Elsewhere of(Seat seat, Actor looking);
}
