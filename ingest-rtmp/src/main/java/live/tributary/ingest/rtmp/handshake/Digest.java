// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** HMAC-SHA256 with the keys everybody knows: they prove nothing, they are only expected. */
final class Digest {
    static final int BYTES = 32;

    private static final byte[] CLIENT_KEY = "Genuine Adobe Flash Player 001".getBytes(US_ASCII);
    private static final byte[] SERVER_KEY = "Genuine Adobe Flash Media Server 001".getBytes(US_ASCII);
    private static final byte[] KEY_TAIL =
            HexFormat.of().parseHex("f0eec24a8068bee82e00d0d1029e7e576eec5d2d29806fab93b8e636cfeb31ae");

    private Digest() {}

    static byte[] clientKey() {
        return CLIENT_KEY.clone();
    }

    static byte[] serverKey() {
        return SERVER_KEY.clone();
    }

    /** The server key with its tail, which signs the answer to a client's digest. */
    static byte[] longServerKey() {
        byte[] key = new byte[SERVER_KEY.length + KEY_TAIL.length];
        System.arraycopy(SERVER_KEY, 0, key, 0, SERVER_KEY.length);
        System.arraycopy(KEY_TAIL, 0, key, SERVER_KEY.length, KEY_TAIL.length);
        return key;
    }

    /** The digest of a packet without the 32 bytes at this position, where the digest itself will lie. */
    static byte[] around(byte[] packet, int position, byte[] key) {
        Mac mac = hmac(key);
        mac.update(packet, 0, position);
        mac.update(packet, position + BYTES, packet.length - position - BYTES);
        return mac.doFinal();
    }

    static byte[] of(byte[] data, byte[] key) {
        return hmac(key).doFinal(data);
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
