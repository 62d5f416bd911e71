// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** Viewers have a picture. Published inside the transaction. */
public record BroadcastStarted(BroadcastId broadcast, ChannelId channel, Title title, Instant at) {}
