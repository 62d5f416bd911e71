// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes ids that sort by the time they were made (RFC 9562, 5.7). Safe for any thread. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private UuidV7() {}

    public static UUID at(Instant instant) {
        var high = instant.toEpochMilli() << 16 | VERSION_7 | RANDOM.nextInt(1 << 12);
        var low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }

    /** Empty where the text is not a UUID in its one full form. */
    public static Optional<UUID> parse(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
