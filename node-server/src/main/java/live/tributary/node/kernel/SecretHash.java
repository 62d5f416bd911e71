// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 of a random secret, in hexadecimal: what is stored of it.
 *  <p>A plain hash is enough, because 160 random bits cannot be guessed. Passwords need more. */
public record SecretHash(String hex) {

    public static SecretHash of(String secret) {
        return new SecretHash(Sha256.hex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Compares without telling by its duration how much was right. */
    public boolean matches(SecretHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }
}
