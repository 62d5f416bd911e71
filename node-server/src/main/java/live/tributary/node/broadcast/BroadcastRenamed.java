// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** What is on air is about something else now. Published inside the transaction. */
public record BroadcastRenamed(BroadcastId broadcast, ChannelId channel, Title title, Instant at) {}
