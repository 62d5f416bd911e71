// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The directory's part of the dice for one day of UTC (section 5): it keeps visitors from knowing a draw before they ask
 *  for it. A secret until 00:30 of the next day; its hash is in the chain of snapshots before the day begins.
 *  @param hex 64 digits in lower case, never shown by {@link #toString} */
public record DayKey(String hex) {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    public DayKey {
        if (Hex.parse(hex, 2 * BYTES).isEmpty()) {
            throw new IllegalArgumentException("not a key of 32 bytes");
        }
    }

    /** A new key.
     *  @param random a cryptographic one: who guesses the key knows every draw of its day */
    public static DayKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DayKey(Hex.write(bytes));
    }

    public static Optional<DayKey> parse(String text) {
        return Hex.parse(text, 2 * BYTES).map(_ -> new DayKey(text));
    }

    /** What the snapshots promise while the key is secret: the SHA-256 of its bytes. */
    public Hash commitment() {
        return Hash.of(bytes());
    }

    /** Where a draw begins. It goes by the minute's name and not by the snapshot's content, which the directory could try
     *  out until the draw suits it. */
    public Seed seed(Nonce nonce, Minute minute) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(), HMAC));
            mac.update(nonce.bytes());
            return new Seed(ByteBuffer.wrap(mac.doFinal(minute.toString().getBytes(StandardCharsets.US_ASCII)))
                    .getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes() {
        return Hex.parse(hex, 2 * BYTES).orElseThrow();
    }

    @Override
    public String toString() {
        return "DayKey[redacted]";
    }
}
