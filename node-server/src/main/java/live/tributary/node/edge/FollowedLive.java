// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.team.Team;
import live.tributary.web.page.RemoteLiveCard;

/** Who is live elsewhere, of those who are followed from here. Safe for any thread that may block. */
interface FollowedLive {

    /** Of a node that follows nobody. */
    FollowedLive NONE = new FollowedLive() {
        @Override
        public List<RemoteLiveCard> all() {
            return List.of();
        }

        @Override
        public List<RemoteLiveCard> of(Team team) {
            return List.of();
        }
    };

    /** For everybody who comes to the node. */
    List<RemoteLiveCard> all();

    /** With those whom the team follows. */
    List<RemoteLiveCard> of(Team team);
}
