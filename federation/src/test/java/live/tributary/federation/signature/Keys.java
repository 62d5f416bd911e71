// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys of the tests: two made once for all of them, and those that the specifications print. */
final class Keys {

    static final URI KEY_ID = URI.create("https://peer.example/users/ana#main-key");
    static final ActorKey RSA = ActorKey.generate(KeyType.RSA);
    static final ActorKey ED25519 = ActorKey.generate(KeyType.ED25519);

    /** RFC 9421, B.1.2. */
    static final VerifyingKey RFC_RSA_PSS = pem("""
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2
            +QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw3Ry53mm+
            oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHq
            gDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+bJ9cvSKADYdUAAN5W
            Utzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4
            aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN48V2pnDOkFV6+U9nV5oyc6XI
            2wIDAQAB""");

    /** RFC 9421, B.1.3. */
    static final VerifyingKey RFC_P256 = pem("""
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
            w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==""");

    /** RFC 9421, B.1.4. */
    static final VerifyingKey RFC_ED25519 = pem("MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=");

    static final PrivateKey RFC_ED25519_PRIVATE =
            privateEd25519("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF");

    /** draft-cavage-12, appendix C: called 2048 bits there, and has 1024, so it is not read as a stranger's key would be. */
    static final VerifyingKey DRAFT_RSA = draftRsa("""
            MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
            6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
            Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
            oYi+1hqp1fIekaxsyQIDAQAB""");

    private Keys() {}

    static ActorKey of(KeyType type) {
        return type == KeyType.RSA ? RSA : ED25519;
    }

    static String pemOf(String body) {
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static VerifyingKey pem(String body) {
        return VerifyingKey.fromPem(pemOf(body)).orElseThrow();
    }

    private static PrivateKey privateEd25519(String pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VerifyingKey draftRsa(String body) {
        try {
            var spki = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return new VerifyingKey(KeyType.RSA, KeyFactory.getInstance("RSA").generatePublic(spki));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
