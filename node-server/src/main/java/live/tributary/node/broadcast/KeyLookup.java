// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.StreamKeyId;

/** The answer to a text that an encoder presented as its key. */
public sealed interface KeyLookup {

    /** Opens the channel. */
    record Valid(StreamKeyId key, ChannelId channel) implements KeyLookup {}

    /** Opened the channel once. */
    record Revoked(StreamKeyId key, ChannelId channel) implements KeyLookup {}

    /** Never was a key of this node. */
    record Unknown() implements KeyLookup {}
}
