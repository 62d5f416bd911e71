// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The ways to sign bytes, by their names in the registry of RFC 9421, 6.2. */
enum SignatureAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256: draft-cavage's {@code rsa-sha256}, and what {@code hs2019} means with an RSA key. */
    RSA_V1_5_SHA256("rsa-v1_5-sha256", KeyType.RSA, "SHA256withRSA"),
    RSA_PSS_SHA512("rsa-pss-sha512", KeyType.RSA, "RSASSA-PSS"),
    ECDSA_P256_SHA256("ecdsa-p256-sha256", KeyType.P256, "SHA256withECDSAinP1363Format"),
    ECDSA_P384_SHA384("ecdsa-p384-sha384", KeyType.P384, "SHA384withECDSAinP1363Format"),
    ED25519("ed25519", KeyType.ED25519, "Ed25519");

    // RFC 9421, 3.3.1: salt of 64 bytes, MGF1 with SHA-512.
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);

    private final String registeredName;
    private final KeyType keyType;
    private final String platformName;

    SignatureAlgorithm(String registeredName, KeyType keyType, String platformName) {
        this.registeredName = registeredName;
        this.keyType = keyType;
        this.platformName = platformName;
    }

    static Optional<SignatureAlgorithm> named(String registeredName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.registeredName.equals(registeredName))
                .findFirst();
    }

    /** What a key is used with where nobody says more. */
    static SignatureAlgorithm usedWith(KeyType type) {
        return switch (type) {
            case RSA -> RSA_V1_5_SHA256;
            case ED25519 -> ED25519;
            case P256 -> ECDSA_P256_SHA256;
            case P384 -> ECDSA_P384_SHA384;
        };
    }

    String registeredName() {
        return registeredName;
    }

    KeyType keyType() {
        return keyType;
    }

    byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        var signature = platform();
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    /** Whether the signature is one of this key over these bytes. Strangers' keys and signatures of any shape are only "no". */
    boolean verifies(PublicKey key, byte[] message, byte[] candidate) {
        try {
            var signature = platform();
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(candidate);
        } catch (InvalidKeyException | SignatureException wrongShape) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks " + platformName, missing);
        }
    }

    private Signature platform() throws GeneralSecurityException {
        var signature = Signature.getInstance(platformName);
        if (this == RSA_PSS_SHA512) {
            signature.setParameter(PSS);
        }
        return signature;
    }
}
