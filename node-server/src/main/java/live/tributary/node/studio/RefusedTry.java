// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;

/**
 * A publisher that was turned away. OBS shows its user no reason, so the node keeps it for a while. Holds no key.
 *
 * @param sentence what the publisher was told
 */
public record RefusedTry(Instant at, Reason reason, String sentence) {

    /** Why. */
    public enum Reason {
        /** No address for streaming: another application name, or no key at all. */
        WRONG_ADDRESS,
        UNKNOWN_KEY,
        REVOKED_KEY,
        /** Two encoders took this channel from each other. */
        TWO_ENCODERS,
        UNSUPPORTED_CODEC,
        PROTOCOL_VIOLATION,
        /** The question about the key could not be answered. */
        NODE_BUSY,
        /** One more stream would not fit into the memory for media, or into what the node may open. */
        NODE_FULL
    }
}
