// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** One thing on air from first picture to end.
 *  @param about what is said of it besides
 *  @param openedAt when its first publisher connected */
public record Broadcast(
        BroadcastId id, ChannelId channel, Title title, About about, Instant openedAt, BroadcastState state) {}
