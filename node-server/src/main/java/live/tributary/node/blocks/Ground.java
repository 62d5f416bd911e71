// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** What strangers may be kept out of. */
public sealed interface Ground {

    /** All that is on this node: its own actor, and all that is the teams'. */
    record OfNode() implements Ground {}

    /** All that is a team's: its Group, its members, their broadcasts. What the node keeps out is kept out here, too. */
    record OfTeam(TeamId team) implements Ground {}

    /** What is one member's own: the Person, the broadcasts. What the team keeps out is kept out here, too. */
    record OfMember(TeamId team, MemberId member) implements Ground {}
}
