// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Team;
import live.tributary.web.page.Downstream;
import live.tributary.web.page.RemoteLiveCard;

/** Ways from pages of viewers to other teams. Safe for any thread that may block. */
interface Ways {

    /** Of a node that takes no part in hand-offs. */
    Ways NONE = new Ways() {
        @Override
        public List<RemoteLiveCard> offAir(Team team) {
            return List.of();
        }

        @Override
        public Downstream of(Seat seat, boolean onAir, String ticket, Visitor visitor) {
            return Downstream.NONE;
        }
    };

    /** Who is live while nobody of the team is. */
    List<RemoteLiveCard> offAir(Team team);

    /**
     * For the page where a member is watched.
     *
     * @param onAir whether there is something to watch
     * @param ticket as it stood in the address; empty for whoever comes like anybody
     */
    Downstream of(Seat seat, boolean onAir, String ticket, Visitor visitor);
}
