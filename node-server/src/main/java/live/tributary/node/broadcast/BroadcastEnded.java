// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** A broadcast is over, also one that never had a picture. Published inside the transaction. */
public record BroadcastEnded(BroadcastId broadcast, ChannelId channel, EndReason reason, Instant at) {}
