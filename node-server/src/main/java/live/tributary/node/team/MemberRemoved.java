// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Instant;

import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** Somebody has left a team, or was made to. Published inside the transaction. */
public record MemberRemoved(MemberId member, TeamId team, Instant at) {}
