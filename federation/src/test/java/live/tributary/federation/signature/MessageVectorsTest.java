// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of RFC 9421, appendix B, that are requests and not symmetric: base and signature as they are printed there. */
final class MessageVectorsTest {

    private static final String DIGEST =
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    private static final String CERTIFICATE =
            ":MIIBqDCCAU6gAwIBAgIBBzAKBggqhkjOPQQDAjA6MRswGQYDVQQKDBJMZXQncyBBdXRoZW50aWNhdGUxGzAZBgNVBAMMEkxBIEludGVybWVk"
                    + "aWF0ZSBDQTAeFw0yMDAxMTQyMjU1MzNaFw0yMTAxMjMyMjU1MzNaMA0xCzAJBgNVBAMMAkJDMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"
                    + "8YnXXfaUgmnMtOXU/IncWalRhebrXmckC8vdgJ1p5Be5F/3YC8OthxM4+k1M6aEAEFcGzkJiNy6J84y7uzo9M6NyMHAwCQYDVR0TBAIwADAf"
                    + "BgNVHSMEGDAWgBRm3WjLa38lbEYCuiCPct0ZaSED2DAOBgNVHQ8BAf8EBAMCBsAwEwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RAQH/BBMw"
                    + "EYEPYmRjQGV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIBHda/r1vaL6G3VliL4/Di6YK0Q6bMjeSkC3dFCOOB8TAiEAx/kHSB4urmiZ"
                    + "0NX5r5XarmPk0wmuydBVoU4hBVZ1yhk=:";

    record Vector(
            String section,
            HttpRequest request,
            String input,
            String base,
            String signature,
            SignatureAlgorithm algorithm,
            VerifyingKey key) {
        @Override
        public String toString() {
            return section;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "B.2.1",
                        request(),
                        "();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"",
                        "",
                        "d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJM"
                                + "kA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE"
                                + "+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU"
                                + "8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==",
                        SignatureAlgorithm.RSA_PSS_SHA512,
                        Keys.RFC_RSA_PSS),
                new Vector(
                        "B.2.2",
                        request(),
                        "(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\");created=1618884473"
                                + ";keyid=\"test-key-rsa-pss\";tag=\"header-example\"",
                        "\"@authority\": example.com\n\"content-digest\": " + DIGEST
                                + "\n\"@query-param\";name=\"Pet\": dog\n",
                        "LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+"
                                + "ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQ"
                                + "h62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8B"
                                + "h0aaUEb0rQl3/XaVe4bXTugEjHSw==",
                        SignatureAlgorithm.RSA_PSS_SHA512,
                        Keys.RFC_RSA_PSS),
                new Vector(
                        "B.2.3",
                        request(),
                        "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\""
                                + " \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"",
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@method": POST
                        "@path": /foo
                        "@query": ?param=Value&Pet=dog
                        "@authority": example.com
                        "content-type": application/json
                        "content-digest": %s
                        "content-length": 18
                        """.formatted(DIGEST),
                        "bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb"
                                + "38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE"
                                + "9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJ"
                                + "yoEZAFL2FUo5fTIztsDZKEgM4cUA==",
                        SignatureAlgorithm.RSA_PSS_SHA512,
                        Keys.RFC_RSA_PSS),
                new Vector(
                        "B.2.6",
                        request(),
                        "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                                + ";created=1618884473;keyid=\"test-key-ed25519\"",
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@method": POST
                        "@path": /foo
                        "@authority": example.com
                        "content-type": application/json
                        "content-length": 18
                        """,
                        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
                        SignatureAlgorithm.ED25519,
                        Keys.RFC_ED25519),
                new Vector(
                        "B.3",
                        HttpRequest.to(
                                "POST",
                                URI.create("https://service.internal.example/foo?param=Value&Pet=dog"),
                                Headers.of("Client-Cert", CERTIFICATE),
                                body()),
                        "(\"@path\" \"@query\" \"@method\" \"@authority\" \"client-cert\");created=1618884473"
                                + ";keyid=\"test-key-ecc-p256\"",
                        "\"@path\": /foo\n\"@query\": ?param=Value&Pet=dog\n\"@method\": POST\n"
                                + "\"@authority\": service.internal.example\n\"client-cert\": " + CERTIFICATE + "\n",
                        "xVMHVpawaAC/0SbHrKRs9i8I3eOs5RtTMGCWXm/9nvZzoHsIg6Mce9315T6xoklyy0yzhD9ah4JHRwMLOgmizw==",
                        SignatureAlgorithm.ECDSA_P256_SHA256,
                        Keys.RFC_P256),
                new Vector(
                        "B.4",
                        HttpRequest.to(
                                "GET",
                                URI.create("https://example.org/demo?name1=Value1&Name2=value2"),
                                Headers.of("Accept", "application/json", "Accept", "*/*"),
                                new byte[0]),
                        "(\"@method\" \"@path\" \"@authority\" \"accept\");created=1618884473;keyid=\"test-key-ed25519\"",
                        "\"@method\": GET\n\"@path\": /demo\n\"@authority\": example.org\n\"accept\": application/json, */*\n",
                        "ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==",
                        SignatureAlgorithm.ED25519,
                        Keys.RFC_ED25519));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rebuildsTheBaseAndVerifiesTheSignature(Vector vector) throws Exception {
        var base = base(vector);
        assertThat(base).isEqualTo(vector.base() + "\"@signature-params\": " + vector.input());
        byte[] signature = Base64.getDecoder().decode(vector.signature());
        byte[] bytes = base.getBytes(StandardCharsets.UTF_8);
        assertThat(vector.algorithm().verifies(vector.key().key(), bytes, signature))
                .isTrue();
        signature[7] ^= 1;
        assertThat(vector.algorithm().verifies(vector.key().key(), bytes, signature))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsTheyDoWhereTheAlgorithmIsDeterministic(Vector vector) throws Exception {
        if (vector.algorithm() == SignatureAlgorithm.ED25519) {
            byte[] signature = SignatureAlgorithm.ED25519.sign(
                    Keys.RFC_ED25519_PRIVATE, base(vector).getBytes(StandardCharsets.UTF_8));
            assertThat(Base64.getEncoder().encodeToString(signature)).isEqualTo(vector.signature());
        }
    }

    /** RFC 9421, 2.2.8. */
    @Test
    void decodesAndEncodesQueryParametersAnew() throws Exception {
        var address = URI.create("https://www.example.com/parameters?var=this%20is%20a%20big%0Amultiline%20value"
                + "&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something");
        var request = HttpRequest.to("GET", address, Headers.NONE, new byte[0]);
        var input = Sample.input("(\"@query-param\";name=\"var\" \"@query-param\";name=\"bar\""
                + " \"@query-param\";name=\"fa%C3%A7ade%22%3A%20\")");
        assertThat(MessageBase.of(request, input, "www.example.com").lines().limit(3))
                .containsExactly(
                        "\"@query-param\";name=\"var\": this%20is%20a%20big%0Amultiline%20value",
                        "\"@query-param\";name=\"bar\": with%20plus%20whitespace",
                        "\"@query-param\";name=\"fa%C3%A7ade%22%3A%20\": something");
    }

    private static String base(Vector vector) throws RefusedException {
        var input = Sample.input(vector.input());
        return MessageBase.of(vector.request(), input, vector.request().origin().authority());
    }

    private static HttpRequest request() {
        var headers = Headers.of(
                "Host", "example.com",
                "Date", "Tue, 20 Apr 2021 02:07:55 GMT",
                "Content-Type", "application/json",
                "Content-Digest", DIGEST,
                "Content-Length", "18");
        return HttpRequest.to("POST", URI.create("https://example.com/foo?param=Value&Pet=dog"), headers, body());
    }

    private static byte[] body() {
        return "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
    }
}
