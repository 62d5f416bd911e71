// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A public key as actors publish it: as PEM in {@code publicKeyPem}, or as a Multikey in {@code assertionMethod} (FEP-521a).
 *
 * @param type what the key is
 * @param key what the platform makes of it
 */
public record VerifyingKey(KeyType type, PublicKey key) {

    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";
    private static final int PEM_LIMIT_CHARS = 8 * 1024;
    // A key of a stranger's size would be work of a stranger's size.
    private static final int RSA_LEAST_BITS = 2048;
    private static final int RSA_MOST_BITS = 8192;
    private static final int RSA_MOST_EXPONENT_BITS = 64;
    private static final int ED25519_BYTES = 32;

    // RFC 8410, 4: what stands before the 32 bytes in a SubjectPublicKeyInfo.
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    // Controlled Identifiers 1.0, "Multikey": ed25519-pub as a variable-length number.
    private static final byte[] ED25519_MULTICODEC = HexFormat.of().parseHex("ed01");

    /** Reads a SubjectPublicKeyInfo in PEM; empty if it is none, or of a kind or size that we do not verify with. */
    public static Optional<VerifyingKey> fromPem(String pem) {
        int begin = pem.indexOf(PEM_BEGIN);
        int body = begin + PEM_BEGIN.length();
        int end = pem.indexOf(PEM_END, body);
        if (pem.length() > PEM_LIMIT_CHARS || begin < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            return fromSpki(Base64.getMimeDecoder().decode(pem.substring(body, end)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Reads {@code publicKeyMultibase} of a Multikey; empty if it is not an Ed25519 key in base58btc. */
    public static Optional<VerifyingKey> fromMultibase(String multibase) {
        if (!multibase.startsWith("z")) {
            return Optional.empty();
        }
        return Base58.decode(multibase.substring(1))
                .filter(bytes -> bytes.length == ED25519_MULTICODEC.length + ED25519_BYTES)
                .filter(bytes -> Arrays.equals(ED25519_MULTICODEC, Arrays.copyOf(bytes, ED25519_MULTICODEC.length)))
                .flatMap(bytes -> fromSpki(
                        joined(ED25519_SPKI, Arrays.copyOfRange(bytes, ED25519_MULTICODEC.length, bytes.length))));
    }

    /** The key as a SubjectPublicKeyInfo in PEM, which is the only form that PeerTube takes. */
    public String toPem() {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return PEM_BEGIN + "\n" + lines + "\n" + PEM_END + "\n";
    }

    /** An Ed25519 key as a Multikey writes it. */
    public String toMultibase() {
        if (type != KeyType.ED25519) {
            throw new IllegalStateException("only Ed25519 keys are published as Multikey");
        }
        byte[] spki = key.getEncoded();
        return "z"
                + Base58.encode(joined(ED25519_MULTICODEC, Arrays.copyOfRange(spki, ED25519_SPKI.length, spki.length)));
    }

    /** Whether the owner of this key signed these bytes themselves. */
    public boolean signedPlainly(byte[] message, byte[] signature) {
        return SignatureAlgorithm.usedWith(type).verifies(key, message, signature);
    }

    private static Optional<VerifyingKey> fromSpki(byte[] spki) {
        return Stream.of("RSA", "Ed25519", "EC")
                .flatMap(algorithm -> decoded(algorithm, spki).stream())
                .flatMap(key -> KeyType.of(key).map(type -> new VerifyingKey(type, key)).stream())
                .filter(VerifyingKey::hasAcceptableSize)
                .findFirst();
    }

    private static List<PublicKey> decoded(String algorithm, byte[] spki) {
        try {
            return List.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki)));
        } catch (InvalidKeySpecException anotherKind) {
            return List.of();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks " + algorithm, missing);
        }
    }

    private boolean hasAcceptableSize() {
        if (!(key instanceof RSAPublicKey rsa)) {
            return true;
        }
        int bits = rsa.getModulus().bitLength();
        return bits >= RSA_LEAST_BITS
                && bits <= RSA_MOST_BITS
                && rsa.getPublicExponent().bitLength() <= RSA_MOST_EXPONENT_BITS;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
