// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** A long-lived address of a team where something can be on air: one for each member.
 *  @param title what the broadcast now on air, or else the next one, is about
 *  @param about what is said of that one besides */
public record Channel(ChannelId id, TeamId team, MemberId member, Title title, About about) {}
