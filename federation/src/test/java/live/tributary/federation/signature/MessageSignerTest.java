// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The header fields as they go out, letter by letter: peers compare some of them as strings. */
final class MessageSignerTest {

    private static final MessageSigner SIGNER = new MessageSigner(Sample.CLOCK);
    private static final String BASE64 = "[A-Za-z0-9+/]+={0,2}";

    @Test
    void signsAPostByTheDraft() {
        var signed = SIGNER.sign(
                Sample.request("POST", "https://node.example:8443/ap/inbox"),
                Keys.RSA.as(Keys.KEY_ID),
                SignatureForm.CAVAGE);
        assertThat(signed.headers().all("Host")).containsExactly("node.example:8443");
        assertThat(signed.headers().all("Date")).containsExactly("Sun, 22 Nov 2026 19:00:00 GMT");
        assertThat(signed.headers().all("Digest")).containsExactly(BodyDigest.digest(Sample.BODY));
        assertThat(signed.headers().combined("Signature"))
                .hasValueSatisfying(value -> assertThat(value)
                        .matches("keyId=\"https://peer\\.example/users/ana#main-key\",algorithm=\"rsa-sha256\","
                                + "headers=\"\\(request-target\\) host date digest\",signature=\"" + BASE64 + "\""));
        assertThat(signed.headers().combined("Signature-Input")).isEmpty();
    }

    @Test
    void signsAGetByTheDraft() {
        var signed = SIGNER.sign(
                Sample.request("GET", "https://node.example/ap/actor"), Keys.RSA.as(Keys.KEY_ID), SignatureForm.CAVAGE);
        assertThat(signed.headers().combined("Digest")).isEmpty();
        assertThat(signed.headers().combined("Signature").orElseThrow())
                .contains("headers=\"(request-target) host date\"");
    }

    @Test
    void signsByRfc9421() {
        var signed = SIGNER.sign(
                Sample.request("POST", "https://node.example/ap/inbox"),
                Keys.RSA.as(Keys.KEY_ID),
                SignatureForm.RFC9421);
        assertThat(signed.headers().all("Content-Digest")).containsExactly(BodyDigest.contentDigest(Sample.BODY));
        assertThat(signed.headers().combined("Signature-Input"))
                .contains("sig1=(\"@method\" \"@target-uri\" \"content-digest\");created=1795374000"
                        + ";keyid=\"https://peer.example/users/ana#main-key\";alg=\"rsa-v1_5-sha256\"");
        assertThat(signed.headers().combined("Signature").orElseThrow()).matches("sig1=:" + BASE64 + ":");
        assertThat(signed.headers().combined("Digest")).isEmpty();
        var get = SIGNER.sign(
                Sample.request("GET", "https://node.example/ap/actor"),
                Keys.RSA.as(Keys.KEY_ID),
                SignatureForm.RFC9421);
        assertThat(get.headers().combined("Signature-Input").orElseThrow())
                .startsWith("sig1=(\"@method\" \"@target-uri\");");
        assertThat(get.headers().combined("Content-Digest")).isEmpty();
    }

    /** RFC 9110, 5.6.7: two digits for the day. */
    @Test
    void writesTheDayWithTwoDigits() {
        var signed = new MessageSigner(() -> Sample.NOW.minusSeconds(21 * 86_400))
                .sign(Sample.post(), Keys.RSA.as(Keys.KEY_ID), SignatureForm.CAVAGE);
        assertThat(signed.headers().combined("Date")).contains("Sun, 01 Nov 2026 19:00:00 GMT");
    }

    @Test
    void takesNoLineBreakIntoAField() {
        assertThat(Headers.of("X", "a\r\n  b").combined("x")).contains("a b");
        assertThatThrownBy(() -> Headers.of("X", "a\ndate: b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HttpRequest("GET", Sample.post().origin(), "/a b", Headers.NONE, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new HttpRequest("GET", Sample.post().origin(), "https://a/", Headers.NONE, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.request("GET", "ftp://node.example/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
