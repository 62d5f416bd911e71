// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The test values of draft-cavage-12, appendix C. The text of C.3 names (created) and (expires), too, but its signature is the
 * one of earlier drafts, which did not have them.
 */
final class CavageVectorsTest {

    record Vector(String section, List<String> names, String base, String signature) {
        @Override
        public String toString() {
            return section;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "C.1",
                        List.of("date"),
                        "date: Sun, 05 Jan 2014 21:31:40 GMT",
                        "SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8"
                                + "hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM="),
                new Vector(
                        "C.2",
                        List.of("(request-target)", "host", "date"),
                        """
                        (request-target): post /foo?param=value&pet=dog
                        host: example.com
                        date: Sun, 05 Jan 2014 21:31:40 GMT""",
                        "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+"
                                + "efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0="),
                new Vector(
                        "C.3",
                        List.of("(request-target)", "host", "date", "content-type", "digest", "content-length"),
                        """
                        (request-target): post /foo?param=value&pet=dog
                        host: example.com
                        date: Sun, 05 Jan 2014 21:31:40 GMT
                        content-type: application/json
                        digest: SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=
                        content-length: 18""",
                        "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TA"
                                + "D48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rebuildsTheStringAndVerifiesTheSignature(Vector vector) throws Exception {
        var request = request();
        var base = CavageBase.of(
                request,
                vector.names(),
                new CavageParameters(Map.of()),
                request.target(),
                request.origin().authority());
        assertThat(base).isEqualTo(vector.base());
        byte[] signature = Base64.getDecoder().decode(vector.signature());
        assertThat(SignatureAlgorithm.RSA_V1_5_SHA256.verifies(
                        Keys.DRAFT_RSA.key(), base.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
        assertThat(SignatureAlgorithm.RSA_V1_5_SHA256.verifies(
                        Keys.DRAFT_RSA.key(), (base + " ").getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
    }

    /** Draft 2.3: fields with several lines are joined, and one without a value still has its space. */
    @Test
    void joinsLinesAndKeepsEmptyValues() throws Exception {
        var request = request().with("X-EmptyHeader", "");
        var several = new Headers(Stream.concat(
                        request.headers().fields().stream(),
                        Stream.of(
                                new Headers.Field("Cache-Control", "max-age=60"),
                                new Headers.Field("Cache-Control", "   must-revalidate")))
                .toList());
        var both = new HttpRequest("POST", request.origin(), request.target(), several, request.body());
        assertThat(CavageBase.of(
                        both,
                        List.of("x-emptyheader", "cache-control"),
                        new CavageParameters(Map.of()),
                        both.target(),
                        both.origin().authority()))
                .isEqualTo("x-emptyheader: \ncache-control: max-age=60, must-revalidate");
    }

    private static HttpRequest request() {
        var headers = Headers.of(
                "Host", "example.com",
                "Date", "Sun, 05 Jan 2014 21:31:40 GMT",
                "Content-Type", "application/json",
                "Digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
                "Content-Length", "18");
        byte[] body = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
        return HttpRequest.to("POST", URI.create("https://example.com/foo?param=value&pet=dog"), headers, body);
    }
}
