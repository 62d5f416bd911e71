// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that Fedify 2.3.6 signed, in both generations, with a query and without ({@code fedify/make.mjs}). */
final class FedifyVectorsTest {

    static Stream<HttpRequest> requests() {
        return signed().path("requests").valueStream().map(FedifyVectorsTest::request);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsAndVerifiesThem(HttpRequest request) {
        var key = VerifyingKey.fromPem(signed().path("rsa").asString()).orElseThrow();
        var claim = Sample.claim(request);
        assertThat(claim.keyId()).isEqualTo(Keys.KEY_ID);
        assertThat(claim.signedAt()).isEqualTo(Sample.NOW);
        assertThat(claim.verify(key)).isInstanceOf(Verdict.Verified.class);
        assertThat(Sample.claim(request.with("Date", "Sun, 22 Nov 2026 19:00:01 GMT"))
                        .verify(key))
                .isInstanceOf(Refused.class);
    }

    private static HttpRequest request(JsonNode vector) {
        var namesAndValues =
                vector.path("headers").valueStream().map(JsonNode::asString).toArray(String[]::new);
        var method = vector.path("method").asString();
        var address = URI.create(vector.path("url").asString());
        byte[] body = method.equals("POST") ? Sample.BODY : new byte[0];
        return HttpRequest.to(method, address, Headers.of(namesAndValues), body);
    }

    private static JsonNode signed() {
        try (var vectors = FedifyVectorsTest.class.getResourceAsStream("fedify/signed.json")) {
            return JsonMapper.shared().readTree(vectors);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
