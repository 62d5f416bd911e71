// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.handoff;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A hand-off as tickets name it: the first 16 bytes of the SHA-256 of its address.
 *
 * @param hex 32 digits in lower case
 */
public record HandoffHash(String hex) {

    static final int BYTES = 16;

    public HandoffHash {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("not %d bytes: %s".formatted(BYTES, hex));
        }
    }

    /** Of the address as its own server writes it. */
    public static HandoffHash of(URI handoff) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(handoff.toString().getBytes(StandardCharsets.UTF_8));
            return of(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    static HandoffHash of(byte[] bytes) {
        return new HandoffHash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
