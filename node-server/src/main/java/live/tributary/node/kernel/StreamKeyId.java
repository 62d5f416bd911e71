// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Names a stream key, as people may name it without knowing it. */
public record StreamKeyId(UUID value) {

    public static StreamKeyId next(Instant now) {
        return new StreamKeyId(UuidV7.at(now));
    }

    public static Optional<StreamKeyId> parse(String text) {
        return UuidV7.parse(text).map(StreamKeyId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
