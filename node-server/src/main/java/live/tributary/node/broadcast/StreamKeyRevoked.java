// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.StreamKeyId;

/** A key opens nothing any more; who publishes with it is cut. Published inside the transaction. */
public record StreamKeyRevoked(StreamKeyId key, ChannelId channel, Instant at) {}
