// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** A pair of keys that one of our actors owns. The private half leaves this record only for the keeper, who encrypts it. */
public record ActorKey(VerifyingKey publicKey, PrivateKey privateKey) {

    private static final int RSA_BITS = 2048;
    private static final byte[] TRIAL = {1};

    /** A new pair: RSA of 2048 bits takes some tenths of a second of one core, Ed25519 nothing to speak of. */
    public static ActorKey generate(KeyType type) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithmOf(type));
            if (type == KeyType.RSA) {
                generator.initialize(RSA_BITS);
            }
            var pair = generator.generateKeyPair();
            return new ActorKey(new VerifyingKey(type, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot make keys of type " + type, missing);
        }
    }

    /**
     * The pair again, from what was kept.
     *
     * @param pkcs8 what {@link #privateBytes()} gave
     * @throws IllegalArgumentException if the bytes are no private key, or not the other half of the public one
     */
    public static ActorKey restore(VerifyingKey publicKey, byte[] pkcs8) {
        try {
            var factory = KeyFactory.getInstance(algorithmOf(publicKey.type()));
            var pair = new ActorKey(publicKey, factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            var algorithm = SignatureAlgorithm.usedWith(publicKey.type());
            if (!algorithm.verifies(publicKey.key(), TRIAL, algorithm.sign(pair.privateKey, TRIAL))) {
                throw new IllegalArgumentException("a private key does not belong to its public one");
            }
            return pair;
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not a private key of type " + publicKey.type(), unreadable);
        }
    }

    /** The private key in PKCS #8, in the clear: encrypt it before it rests anywhere. */
    public byte[] privateBytes() {
        return privateKey.getEncoded();
    }

    /** The private key under its public name. */
    public SigningKey as(URI keyId) {
        return new SigningKey(keyId, privateKey);
    }

    @Override
    public String toString() {
        return "ActorKey[" + publicKey.type() + ", redacted]";
    }

    private static String algorithmOf(KeyType type) {
        return switch (type) {
            case RSA -> "RSA";
            case ED25519 -> "Ed25519";
            case P256, P384 -> throw new IllegalArgumentException("our actors have no keys of type " + type);
        };
    }
}
