// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.node.kernel.TeamId;

/** Whose viewers teams let in by hand-offs: known by a module above this one. Safe for any thread that may block. */
public interface TeamWelcomes {

    /** Of a node that takes no part in hand-offs. */
    TeamWelcomes NONE = new TeamWelcomes() {
        @Override
        public Raids raids(TeamId team) {
            return Raids.UNSAID;
        }

        @Override
        public Arrivals arrivals(TeamId team) {
            return Arrivals.CLOSED;
        }
    };

    /** What stands in the team's Group. */
    Raids raids(TeamId team);

    /** What its heartbeats say now. */
    Arrivals arrivals(TeamId team);
}
