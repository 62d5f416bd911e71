// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class VerifyingKeyTest {

    static Stream<VerifyingKey> keys() {
        return Stream.of(
                Keys.RSA.publicKey(), Keys.ED25519.publicKey(), Keys.RFC_RSA_PSS, Keys.RFC_P256, Keys.RFC_ED25519);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void writesPemAndReadsItBack(VerifyingKey key) {
        var pem = key.toPem();
        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(pem.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
        assertThat(VerifyingKey.fromPem(pem)).contains(key);
        assertThat(VerifyingKey.fromPem(pem.replace("\n", "\r\n").strip())).contains(key);
        assertThat(VerifyingKey.fromPem("Subject: x\n" + pem.replace("\n", " ")))
                .contains(key);
    }

    /** The key of the W3C's test vectors ("Data Integrity EdDSA Cryptosuites 1.0", B.1), and any of ours. */
    @Test
    void writesAMultikeyAndReadsItBack() {
        var printed = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
        assertThat(VerifyingKey.fromMultibase(printed).orElseThrow().toMultibase())
                .isEqualTo(printed);
        var own = Keys.ED25519.publicKey();
        assertThat(own.toMultibase()).startsWith("z6Mk");
        assertThat(VerifyingKey.fromMultibase(own.toMultibase())).contains(own);
        assertThatThrownBy(Keys.RSA.publicKey()::toMultibase).isInstanceOf(IllegalStateException.class);
    }

    static Stream<String> notAMultikey() {
        return Stream.of(
                "",
                "z",
                "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swb0Q2",
                "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP",
                "z" + "6".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("notAMultikey")
    void readsNoOtherMultikey(String multibase) {
        assertThat(VerifyingKey.fromMultibase(multibase)).isEmpty();
    }

    static Stream<String> notAKey() {
        return Stream.of(
                "",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----",
                "-----END PUBLIC KEY-----AAAA-----BEGIN PUBLIC KEY-----",
                Keys.pemOf(""),
                Keys.pemOf("A"),
                Keys.pemOf("AAAA"),
                Keys.pemOf("A".repeat(8192)),
                Keys.RSA.publicKey().toPem().replace("PUBLIC KEY", "RSA PUBLIC KEY"),
                Keys.DRAFT_RSA.toPem());
    }

    @ParameterizedTest
    @MethodSource("notAKey")
    void readsNoPemThatIsNoKeyOrASmallOne(String pem) {
        assertThat(VerifyingKey.fromPem(pem)).isEmpty();
    }

    @Test
    void readsNoKeyOfACurveThatNobodyUses() throws Exception {
        var generator = KeyPairGenerator.getInstance("Ed448");
        byte[] spki = generator.generateKeyPair().getPublic().getEncoded();
        assertThat(VerifyingKey.fromPem(Keys.pemOf(Base64.getEncoder().encodeToString(spki))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void restoresAPairFromWhatWasKept(KeyType type) {
        var pair = Keys.of(type);
        var restored = ActorKey.restore(pair.publicKey(), pair.privateBytes());
        assertThat(restored).isEqualTo(pair);
        var another = ActorKey.generate(KeyType.ED25519);
        assertThatThrownBy(() -> ActorKey.restore(pair.publicKey(), another.privateBytes()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActorKey.restore(pair.publicKey(), new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesRsaKeysOf2048Bits() {
        assertThat(Keys.RSA.publicKey().key())
                .isInstanceOfSatisfying(
                        RSAPublicKey.class,
                        key -> assertThat(key.getModulus().bitLength()).isEqualTo(2048));
        assertThatThrownBy(() -> ActorKey.generate(KeyType.P256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsNoPrivateKey() {
        var signing = Keys.RSA.as(Keys.KEY_ID);
        assertThat(signing).hasToString("SigningKey[https://peer.example/users/ana#main-key, redacted]");
        assertThat(Keys.RSA).hasToString("ActorKey[RSA, redacted]");
    }

    @Test
    void namesKeysWithAFragmentOnly() {
        assertThatThrownBy(() -> Keys.RSA.as(URI.create("https://node.example/ap/p/ana")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
