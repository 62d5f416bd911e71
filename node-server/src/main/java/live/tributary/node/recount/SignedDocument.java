// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import live.tributary.node.fairturn.Hash;

/** A document with its directory's signature (Ed25519, RFC 8032). The key stands beside it: whoever reads it compares that
 *  with the key which the directory shows, or with the one of yesterday.
 *  <p>Immutable; the bytes are neither copied nor ever changed.
 *  @param key 32 bytes, as 64 hexadecimal digits in lower case, so that texts of keys can be compared
 *  @param signature 64 bytes, as 128 hexadecimal digits in lower case
 *  @param content canonical JSON */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record SignedDocument(String key, String signature, byte[] content) {

    private static final String ALGORITHM = "Ed25519";
    private static final HexFormat HEX = HexFormat.of();

    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410, 4). */
    private static final byte[] KEY_PREFIX = HEX.parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    public SignedDocument {
        if (!isHex(key, KEY_BYTES) || !isHex(signature, SIGNATURE_BYTES)) {
            throw new IllegalArgumentException("no key or no signature of Ed25519");
        }
    }

    /** Signs a document.
     *  @param content canonical JSON */
    public static SignedDocument sign(byte[] content, KeyPair keys) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(keys.getPrivate());
            signer.update(content);
            return new SignedDocument(hex(keys.getPublic()), HEX.formatHex(signer.sign()), content);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("no pair of Ed25519 keys", unfit);
        }
    }

    /** How a directory shows its key. */
    public static String hex(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return HEX.formatHex(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /** Reads what {@link #write} writes, in any order and with any spaces.
     *  @throws UnreadableException also where the signature is not that of the key and the content */
    public static SignedDocument read(byte[] bytes) {
        var json = new Fields("the signed document", CanonicalJson.read(bytes));
        var document = new SignedDocument(
                json.parsed("key", text -> hex(text, KEY_BYTES)),
                json.parsed("signature", text -> hex(text, SIGNATURE_BYTES)),
                CanonicalJson.write(json.object("signed").node()));
        if (!document.holds()) {
            throw new UnreadableException("The signature is not that of the key and the content.");
        }
        return document;
    }

    /** The document as it is served: canonical JSON too, as the three names come in this order. */
    public String write() {
        return "{\"key\":\"%s\",\"signature\":\"%s\",\"signed\":%s}"
                .formatted(key, signature, new String(content, StandardCharsets.UTF_8));
    }

    /** What the next snapshot calls this one. */
    public Hash hash() {
        return Hash.of(content);
    }

    /** Reads the key of a directory.
     *  @return empty for what is not 64 hexadecimal digits in lower case */
    public static Optional<String> parseKey(String text) {
        return hex(text, KEY_BYTES);
    }

    private static Optional<String> hex(String text, int bytes) {
        return isHex(text, bytes) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isHex(String text, int bytes) {
        return text.length() == 2 * bytes && text.chars().allMatch(unit -> "0123456789abcdef".indexOf(unit) >= 0);
    }

    private boolean holds() {
        if (WeakKeys.has(key)) {
            return false;
        }
        try {
            byte[] raw = HEX.parseHex(key);
            byte[] encoded = Arrays.copyOf(KEY_PREFIX, KEY_PREFIX.length + raw.length);
            System.arraycopy(raw, 0, encoded, KEY_PREFIX.length, raw.length);
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(content);
            return verifier.verify(HEX.parseHex(signature));
        } catch (GeneralSecurityException noKeyOrSignature) {
            return false;
        }
    }
}
