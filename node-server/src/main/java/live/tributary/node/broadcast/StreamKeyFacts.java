// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.StreamKeyId;

/** What is known of a key without knowing the key. */
public record StreamKeyFacts(StreamKeyId id, ChannelId channel, KeyLabel label, Instant createdAt, KeyUse use) {}
