// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A SHA-256: of the snapshot before, or of a key that is still secret.
 *  @param hex 64 digits in lower case */
public record Hash(String hex) {

    private static final int DIGITS = 64;

    /** What the first snapshot of a chain names as the one before. */
    public static final Hash NONE = new Hash("0".repeat(DIGITS));

    public Hash {
        if (Hex.parse(hex, DIGITS).isEmpty()) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(Hex.write(sha256(bytes)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Optional<Hash> parse(String text) {
        return Hex.parse(text, DIGITS).map(_ -> new Hash(text));
    }

    @Override
    public String toString() {
        return hex;
    }
}
