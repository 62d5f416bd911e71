// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.handoff;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.VerifyingKey;

import static org.assertj.core.api.Assertions.assertThat;

/** The vector was made with Python's cryptography and the first key of RFC 8032, 7.1. */
final class ArrivalTokenTest {

    private static final URI HANDOFF = URI.create("https://node.example/ap/ho/9c9de5e8-0a1e-484a-b099-e80766180a6d/3");
    private static final URI TARGET = URI.create("https://elsewhere.example/v/2");
    private static final URI KEY = URI.create("https://node.example/ap/g/7f3a#ed25519-key");
    private static final String VECTOR =
            "hslFZkkqVikSOBaGiFonLAABABFrAzuw76ZQlzKOW_hElqM9El1VlrfNCil4idZNAT41TChOnA-DJEK3IOfH1OF20nPNErtJrktUVSfej2j4xeOjOFCqBQ";

    private final ActorKey key = ActorKey.restore(
            VerifyingKey.fromPem("""
                    -----BEGIN PUBLIC KEY-----
                    MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
                    -----END PUBLIC KEY-----
                    """).orElseThrow(),
            HexFormat.of()
                    .parseHex("302e020100300506032b657004220420"
                            + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    @Test
    void isMadeAsOthersMakeIt() {
        assertThat(token(1, 17, TARGET).text()).isEqualTo(VECTOR);
    }

    @Test
    void isReadAsOthersMadeIt() {
        var token = ArrivalToken.parse(VECTOR).orElseThrow();
        assertThat(token.handoff()).isEqualTo(HandoffHash.of(HANDOFF));
        assertThat(token.raft()).isEqualTo(1);
        assertThat(token.place()).isEqualTo(17);
        assertThat(token.expires()).isEqualTo(Instant.ofEpochSecond(1_795_374_000));
        assertThat(token.isSignedBy(key.publicKey(), TARGET)).isTrue();
        assertThat(token).hasToString("ArrivalToken[redacted]");
    }

    @Test
    void isGoodForOneTargetAndOfOneSourceOnly() {
        var token = ArrivalToken.parse(VECTOR).orElseThrow();
        assertThat(token.isSignedBy(key.publicKey(), URI.create("https://elsewhere.example/v/3")))
                .isFalse();
        assertThat(token.isSignedBy(ActorKey.generate(KeyType.ED25519).publicKey(), TARGET))
                .isFalse();
        assertThat(token.isSignedBy(ActorKey.generate(KeyType.RSA).publicKey(), TARGET))
                .isFalse();
    }

    @Test
    void losesItsSignatureWithAnyChange() {
        var bytes = VECTOR.toCharArray();
        for (int i = 0; i < bytes.length; i++) {
            var before = bytes[i];
            bytes[i] = before == 'A' ? 'B' : 'A';
            assertThat(ArrivalToken.parse(new String(bytes)).filter(token -> token.isSignedBy(key.publicKey(), TARGET)))
                    .isEmpty();
            bytes[i] = before;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", VECTOR + "A", VECTOR + "=", "hslF+kkqVik"})
    void isNothingElse(String text) {
        assertThat(ArrivalToken.parse(text)).isEmpty();
    }

    @Test
    void hasOneSpelling() {
        assertThat(ArrivalToken.parse(VECTOR.substring(0, VECTOR.length() - 1) + "R"))
                .isEmpty();
    }

    @Test
    void keepsTheGreatestNumbers() {
        var token = token(0xFFFF, 0xFFFF, TARGET);
        var read = ArrivalToken.parse(token.text()).orElseThrow();
        assertThat(read.raft()).isEqualTo(0xFFFF);
        assertThat(read.place()).isEqualTo(0xFFFF);
    }

    private ArrivalToken token(int raft, int place, URI target) {
        var expires = Instant.ofEpochSecond(1_795_374_000);
        return ArrivalToken.sign(HandoffHash.of(HANDOFF), raft, place, expires, target, key.as(KEY)::signPlainly);
    }
}
