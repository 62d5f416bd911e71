// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests as other servers sign them: each is read, and verified with the key that made it. */
final class SignatureFormsOfPeersTest {

    record Peer(String name, HttpRequest request, ActorKey key) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String RSA_LABEL =
            "keyId=\"https://peer.example/users/ana#main-key\",algorithm=\"rsa-sha256\"";
    private static final String HS2019 = "keyId=\"https://peer.example/users/ana#main-key\",algorithm=\"hs2019\"";
    private static final String LEMMY = HS2019 + ",created=1795374000,expires=1795377600";
    private static final String POST_NAMES = "(request-target) host date digest";
    private static final String PARAMETERS = ";created=1795374000;keyid=\"https://peer.example/users/ana#main-key\"";

    static Stream<Peer> peers() {
        return Stream.concat(cavage(), rfc9421());
    }

    private static Stream<Peer> cavage() {
        return Stream.of(
                cavage(
                        "Mastodon",
                        Keys.RSA,
                        RSA_LABEL,
                        "(request-target) host date digest content-type",
                        true,
                        "node.example"),
                cavage("GoToSocial", Keys.RSA, HS2019, POST_NAMES, true, "node.example"),
                cavage("Fedify, which drops the query", Keys.RSA, RSA_LABEL, POST_NAMES, false, "node.example"),
                cavage("one that signs the port", Keys.RSA, RSA_LABEL, POST_NAMES, true, "node.example:443"),
                cavage(
                        "one that signs the port and drops the query",
                        Keys.RSA,
                        RSA_LABEL,
                        POST_NAMES,
                        false,
                        "node.example:443"),
                cavage(
                        "Lemmy",
                        Keys.RSA,
                        LEMMY,
                        "(request-target) (created) (expires) host digest",
                        true,
                        "node.example"),
                cavage("one with an Ed25519 key", Keys.ED25519, HS2019, POST_NAMES, true, "node.example"),
                cavage(
                        "PeerTube, which names the actor",
                        Keys.RSA,
                        "keyId=\"https://peer.example/accounts/ana\",algorithm=\"rsa-sha256\"",
                        POST_NAMES,
                        true,
                        "node.example"),
                cavage(
                        "one that names no algorithm",
                        Keys.RSA,
                        "keyId=\"https://peer.example/users/ana#main-key\"",
                        POST_NAMES,
                        true,
                        "node.example"));
    }

    private static Stream<Peer> rfc9421() {
        return Stream.of(
                message("Mastodon", "(\"@method\" \"@target-uri\" \"content-digest\")" + PARAMETERS),
                message(
                        "Fedify",
                        "(\"@method\" \"@target-uri\" \"@authority\" \"host\" \"date\" \"content-digest\")"
                                + ";alg=\"rsa-v1_5-sha256\";keyid=\"https://peer.example/users/ana#main-key\";created=1795374000"),
                message(
                        "one that takes the address apart",
                        "(\"@method\" \"@authority\" \"@path\" \"@query\" \"@scheme\" \"@request-target\" \"content-digest\""
                                + " \"@query-param\";name=\"b\" \"content-type\")" + PARAMETERS),
                message(
                        "one with spaces, nonce and tag",
                        "( \"@method\"  \"@target-uri\" \"content-digest\" ); created=1795374000;expires=1795374300"
                                + ";keyid=\"https://peer.example/users/ana#main-key\";nonce=\"n\\\"1\";tag=\"x\";flag"));
    }

    private static Peer cavage(
            String name, ActorKey key, String parameters, String names, boolean withQuery, String authority) {
        var request = Sample.post();
        var target = withQuery ? request.target() : request.path();
        return new Peer(name, Sample.cavage(request, key, parameters, names, target, authority), key);
    }

    private static Peer message(String name, String input) {
        return new Peer(name + " (RFC 9421)", Sample.message(Sample.post(), Keys.RSA, input, "node.example"), Keys.RSA);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void readsAndVerifies(Peer peer) {
        assertThat(Sample.claim(peer.request()).verify(peer.key().publicKey())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void acceptsAPortThatTheSchemeImplies() {
        var input = "(\"@method\" \"@target-uri\" \"content-digest\" \"host\")" + PARAMETERS;
        var request = Sample.message(Sample.post(), Keys.RSA, input, "node.example:443");
        assertThat(Sample.claim(request).verify(Keys.RSA.publicKey())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void readsSeveralSignaturesAndOffersThoseThatCouldCount() {
        var good = Sample.message(
                Sample.post(),
                Keys.RSA,
                "(\"@method\" \"@target-uri\" \"content-digest\")" + PARAMETERS,
                "node.example");
        var input = good.headers().combined("signature-input").orElseThrow();
        var signature = good.headers().combined("signature").orElseThrow();
        var several = good.with("Signature-Input", "proxy=(\"@method\")" + PARAMETERS + " ,\t" + input)
                .with("Signature", "proxy=:AAAA:, " + signature);
        var reading = Sample.read(several);
        assertThat(reading).isInstanceOfSatisfying(Reading.Signed.class, signed -> {
            assertThat(signed.claims()).hasSize(1);
            assertThat(signed.claims().getFirst().covered())
                    .isEqualTo(List.of("\"@method\"", "\"@target-uri\"", "\"content-digest\""));
            assertThat(signed.claims().getFirst().verify(Keys.RSA.publicKey())).isInstanceOf(Verdict.Verified.class);
        });
    }

    @Test
    void takesTheNewerGenerationWhereARequestBearsBoth() {
        var older = new MessageSigner(Sample.CLOCK).sign(Sample.post(), Keys.RSA.as(Keys.KEY_ID), SignatureForm.CAVAGE);
        assertThat(Sample.claim(older).kind()).isEqualTo(SignatureKind.CAVAGE);
        var newer = new MessageSigner(Sample.CLOCK).sign(older, Keys.RSA.as(Keys.KEY_ID), SignatureForm.RFC9421);
        assertThat(Sample.claim(newer).kind()).isEqualTo(SignatureKind.RFC9421);
    }
}
