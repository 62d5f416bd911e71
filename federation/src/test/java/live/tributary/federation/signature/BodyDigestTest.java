// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static live.tributary.federation.signature.SignatureKind.CAVAGE;
import static live.tributary.federation.signature.SignatureKind.RFC9421;
import static org.assertj.core.api.Assertions.assertThat;

final class BodyDigestTest {

    /** RFC 9530, B.1: with the line feed. */
    private static final String BODY = "{\"hello\": \"world\"}\n";

    private static final String SHA_256 = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";
    private static final String SHA_512 =
            "YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==";
    private static final String OTHER = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    /** @param refusals none or one */
    record Case(SignatureKind kind, String value, List<RefusalReason> refusals) {}

    static Stream<Case> cases() {
        return Stream.of(
                right(CAVAGE, "SHA-256=" + SHA_256),
                right(CAVAGE, "sha-256=" + SHA_256),
                right(CAVAGE, "SHA-512=" + SHA_512),
                right(CAVAGE, "SHA-256=" + SHA_256 + ", SHA-512=" + SHA_512),
                right(CAVAGE, "MD5=AAAA,SHA-256=" + SHA_256),
                wrong(CAVAGE, "SHA-256=" + OTHER, RefusalReason.DIGEST_WRONG),
                wrong(CAVAGE, "SHA-256=AAAA", RefusalReason.DIGEST_WRONG),
                wrong(CAVAGE, "SHA-256=" + SHA_256 + ",SHA-512=AAAA", RefusalReason.DIGEST_WRONG),
                wrong(CAVAGE, "SHA-256=" + SHA_256 + ",SHA-256=" + OTHER, RefusalReason.DIGEST_REPEATED),
                wrong(CAVAGE, "SHA-256=" + SHA_256 + ",sha-256=" + SHA_256, RefusalReason.DIGEST_REPEATED),
                wrong(CAVAGE, "MD5=AAAA", RefusalReason.DIGEST_ALGORITHM_UNKNOWN),
                wrong(CAVAGE, "", RefusalReason.DIGEST_MALFORMED),
                wrong(CAVAGE, SHA_256.replace("=", ""), RefusalReason.DIGEST_MALFORMED),
                wrong(CAVAGE, "SHA-256=:" + SHA_256 + ":", RefusalReason.DIGEST_MALFORMED),
                right(RFC9421, "sha-256=:" + SHA_256 + ":"),
                right(RFC9421, "sha-512=:" + SHA_512 + ":"),
                right(RFC9421, "sha-512=:" + SHA_512 + ":, sha-256=:" + SHA_256 + ":"),
                right(RFC9421, "md5=:AAAA:;x=1,sha-256=:" + SHA_256 + ":"),
                wrong(RFC9421, "sha-256=:" + OTHER + ":", RefusalReason.DIGEST_WRONG),
                wrong(RFC9421, "sha-256=:" + SHA_256 + ":, sha-512=:" + OTHER + ":", RefusalReason.DIGEST_WRONG),
                wrong(RFC9421, "sha-256=:" + SHA_256 + ":, sha-256=:" + OTHER + ":", RefusalReason.DIGEST_REPEATED),
                wrong(RFC9421, "md5=:AAAA:", RefusalReason.DIGEST_ALGORITHM_UNKNOWN),
                wrong(RFC9421, "sha-256=" + SHA_256, RefusalReason.DIGEST_MALFORMED),
                wrong(RFC9421, "sha-256=:" + SHA_256 + ":,", RefusalReason.DIGEST_MALFORMED),
                wrong(RFC9421, "sha-256=:AAAAA:", RefusalReason.DIGEST_MALFORMED),
                wrong(RFC9421, "SHA-256=:" + SHA_256 + ":", RefusalReason.DIGEST_MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comparesWithTheBody(Case digest) {
        var request = request().with(BodyDigest.fieldOf(digest.kind()), digest.value());
        assertThat(refusals(digest.kind(), request)).containsExactlyElementsOf(digest.refusals());
    }

    @Test
    void missesTheDigestOfTheGenerationThatSigned() {
        var request = request().with("Digest", "SHA-256=" + SHA_256);
        assertThat(refusals(RFC9421, request)).contains(RefusalReason.DIGEST_MISSING);
    }

    @Test
    void findsTwoDigestsInTwoLines() {
        var headers = Headers.of("Digest", "SHA-256=" + SHA_256, "digest", "SHA-256=" + OTHER);
        var request = HttpRequest.to("POST", URI.create("https://node.example/"), headers, bytes());
        assertThat(refusals(CAVAGE, request)).contains(RefusalReason.DIGEST_REPEATED);
    }

    @Test
    void writesBothFields() {
        assertThat(BodyDigest.digest(bytes())).isEqualTo("SHA-256=" + SHA_256);
        assertThat(BodyDigest.contentDigest(bytes())).isEqualTo("sha-256=:" + SHA_256 + ":");
    }

    /** None or one. */
    private static List<RefusalReason> refusals(SignatureKind kind, HttpRequest request) {
        try {
            BodyDigest.check(kind, request);
            return List.of();
        } catch (RefusedException refusal) {
            return List.of(refusal.refused().reason());
        }
    }

    private static Case right(SignatureKind kind, String value) {
        return new Case(kind, value, List.of());
    }

    private static Case wrong(SignatureKind kind, String value, RefusalReason reason) {
        return new Case(kind, value, List.of(reason));
    }

    private static HttpRequest request() {
        return HttpRequest.to("POST", URI.create("https://node.example/"), Headers.NONE, bytes());
    }

    private static byte[] bytes() {
        return BODY.getBytes(StandardCharsets.UTF_8);
    }
}
