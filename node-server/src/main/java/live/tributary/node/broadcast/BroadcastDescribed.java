// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** Something else is said of what is on air now. Published inside the transaction. */
public record BroadcastDescribed(BroadcastId broadcast, ChannelId channel, About about, Instant at) {}
