// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** Who wants to follow somebody. */
public sealed interface Wisher {

    /** The whole node: its owner decides. */
    record OfNode() implements Wisher {}

    /** A team: its owners decide. */
    record OfTeam(TeamId team) implements Wisher {}

    /** The directory of this node, for all that it lists: it decides for itself, and shows what it hears in its own way. */
    record OfDirectory() implements Wisher {}

    /** The rings of this node's teams, for all of their members: shown there, and not as what the node follows. */
    record OfRings() implements Wisher {}

    /** A member, for nobody else to see. */
    record OfMember(MemberId member) implements Wisher {}
}
