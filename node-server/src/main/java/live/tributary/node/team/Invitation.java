// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Instant;

import live.tributary.node.kernel.InvitationId;
import live.tributary.node.kernel.TeamId;

/** An offer of a seat to whoever holds its link: once, and not for ever. */
public record Invitation(InvitationId id, TeamId team, Instant issuedAt, Instant expiresAt) {}
