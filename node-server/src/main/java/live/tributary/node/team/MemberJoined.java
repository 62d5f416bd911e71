// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Instant;

import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** Somebody has a seat now. Published inside the transaction. */
public record MemberJoined(MemberId member, TeamId team, Instant at) {}
