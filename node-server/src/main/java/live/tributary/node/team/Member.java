// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Instant;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** A person's seat in a team. */
public record Member(
        MemberId id, TeamId team, AccountId account, Handle handle, DisplayName name, Role role, Instant joinedAt) {}
