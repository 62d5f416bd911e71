// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.handoff;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;

import live.tributary.federation.Sha256;

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
        return of(Arrays.copyOf(Sha256.of(handoff.toString()), BYTES));
    }

    static HandoffHash of(byte[] bytes) {
        return new HandoffHash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
