// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names one thing on air from first picture to end. */
public record BroadcastId(UUID value) {

    public static BroadcastId next(Instant now) {
        return new BroadcastId(UuidV7.at(now));
    }

    public static Optional<BroadcastId> parse(String text) {
        return UuidV7.parse(text).map(BroadcastId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
