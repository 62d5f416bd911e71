// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each way to be refused, by its name. */
final class SignatureRefusalTest {

    private static final String KEY = "keyId=\"https://peer.example/users/ana#main-key\"";
    private static final String SIGNED = ",signature=\"AAAA\"";
    private static final String POST = ",headers=\"(request-target) host date digest\"";
    private static final String INPUT = "a=(\"@method\" \"@target-uri\" \"content-digest\")";
    private static final String KEY_9421 = ";keyid=\"https://peer.example/users/ana#main-key\"";
    private static final String CREATED = ";created=1795374000";

    record Case(RefusalReason reason, String what, HttpRequest request) {
        @Override
        public String toString() {
            return reason + ": " + what;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(cavageSyntax(), cavageMeaning(), messageSyntax(), messageMeaning(), digests())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> cavageSyntax() {
        return Stream.of(
                new Case(RefusalReason.UNSIGNED, "no signature", Sample.post()),
                cavage(RefusalReason.MALFORMED, "nothing in it", ""),
                cavage(RefusalReason.MALFORMED, "no key", "algorithm=\"rsa-sha256\"" + POST + SIGNED),
                cavage(RefusalReason.MALFORMED, "no signature", KEY + POST),
                cavage(RefusalReason.MALFORMED, "an open quote", KEY + POST + ",signature=\"AAAA"),
                cavage(RefusalReason.MALFORMED, "a comma at the end", KEY + POST + SIGNED + ","),
                cavage(RefusalReason.MALFORMED, "a parameter twice", KEY + "," + KEY + POST + SIGNED),
                cavage(RefusalReason.MALFORMED, "not base64", KEY + POST + ",signature=\"?\""),
                cavage(
                        RefusalReason.TOO_LARGE,
                        "8 KiB and more",
                        KEY + POST + ",signature=\"" + "A".repeat(8192) + "\""),
                cavage(
                        RefusalReason.TOO_LARGE,
                        "33 fields",
                        KEY + ",headers=\"host" + " host".repeat(32) + "\"" + SIGNED),
                cavage(RefusalReason.KEY_ID_UNUSABLE, "a word", "keyId=\"Test\"" + POST + SIGNED),
                cavage(RefusalReason.KEY_ID_UNUSABLE, "a did", "keyId=\"did:key:z6Mk\"" + POST + SIGNED),
                cavage(RefusalReason.KEY_ID_UNUSABLE, "no address", "keyId=\"https://a b/\"" + POST + SIGNED),
                cavage(
                        RefusalReason.KEY_ID_UNUSABLE,
                        "a long one",
                        "keyId=\"https://peer.example/" + "a".repeat(KeyIds.LONGEST) + "\"" + POST + SIGNED));
    }

    private static Stream<Case> cavageMeaning() {
        return Stream.of(
                cavage(RefusalReason.COVERAGE_INCOMPLETE, "no list of fields", KEY + SIGNED),
                cavageOver(RefusalReason.COVERAGE_INCOMPLETE, "host date digest"),
                cavageOver(RefusalReason.COVERAGE_INCOMPLETE, "(request-target) date digest"),
                cavageOver(RefusalReason.COVERAGE_INCOMPLETE, "(request-target) host digest"),
                cavageOver(RefusalReason.COVERAGE_INCOMPLETE, "(request-target) host date"),
                cavageOver(RefusalReason.COVERAGE_INCOMPLETE, "(request-target) host date content-digest"),
                cavageOver(RefusalReason.COMPONENT_MISSING, "(request-target) host date digest x-not-there"),
                cavage(RefusalReason.ALGORITHM_UNKNOWN, "hmac", KEY + ",algorithm=\"hmac-sha256\"" + POST + SIGNED),
                cavage(RefusalReason.ALGORITHM_UNKNOWN, "sha1", KEY + ",algorithm=\"rsa-sha1\"" + POST + SIGNED),
                cavage(
                        RefusalReason.MALFORMED,
                        "(created) with an old label",
                        KEY
                                + ",algorithm=\"rsa-sha256\",created=1795374000,headers=\"(request-target) host (created) digest\""
                                + SIGNED),
                cavage(
                        RefusalReason.MALFORMED,
                        "(created) without its value",
                        KEY + ",algorithm=\"hs2019\",headers=\"(request-target) host (created) digest\"" + SIGNED),
                cavage(
                        RefusalReason.MALFORMED,
                        "(created) that is no number",
                        KEY + ",algorithm=\"hs2019\",created=\"now\",headers=\"(request-target) host (created) digest\""
                                + SIGNED),
                cavage(RefusalReason.EXPIRED, "an hour ago", KEY + ",expires=1795370399" + POST + SIGNED),
                cavage(RefusalReason.EXPIRED, "before it began", KEY + ",expires=1795373999" + POST + SIGNED),
                changed(RefusalReason.MALFORMED, "a date in words", request -> request.with("Date", "yesterday")),
                changed(
                        RefusalReason.TOO_OLD,
                        "an old date",
                        request -> request.with("Date", "Sun, 22 Nov 2026 17:54:59 GMT")),
                changed(
                        RefusalReason.IN_THE_FUTURE,
                        "a future date",
                        request -> request.with("Date", "Sun, 22 Nov 2026 20:00:01 GMT")));
    }

    private static Stream<Case> messageSyntax() {
        var whole = INPUT + CREATED + KEY_9421;
        return Stream.of(
                message(RefusalReason.MALFORMED, "nothing in it", "", "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "no list", "a=1", "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "an open list", "a=(\"@method\"", "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "an open string", "a=(\"@method", "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "another label", whole, "b=:AAAA:"),
                message(RefusalReason.MALFORMED, "a label twice", whole + ", " + whole, "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "a component twice", whole.replace(")", " \"@method\")"), "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "a parameter twice", whole + CREATED, "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "something behind it", whole + " x", "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "a signature without colons", whole, "a=AAAA"),
                message(RefusalReason.MALFORMED, "not base64", whole, "a=:A:"),
                message(RefusalReason.MALFORMED, "no created", INPUT + KEY_9421, "a=:AAAA:"),
                message(
                        RefusalReason.MALFORMED,
                        "created as a string",
                        INPUT + ";created=\"1\"" + KEY_9421,
                        "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "no key", INPUT + CREATED, "a=:AAAA:"),
                message(RefusalReason.MALFORMED, "a key that is no string", INPUT + CREATED + ";keyid=a", "a=:AAAA:"),
                message(RefusalReason.KEY_ID_UNUSABLE, "a word", INPUT + CREATED + ";keyid=\"a\"", "a=:AAAA:"),
                message(RefusalReason.TOO_LARGE, "8 KiB", whole + ";x=\"" + "y".repeat(8192) + "\"", "a=:AAAA:"),
                message(RefusalReason.TOO_LARGE, "a signature of 8 KiB", whole, "a=:" + "A".repeat(8192) + ":"),
                message(RefusalReason.TOO_LARGE, "five labels", "a=(), b=(), c=(), d=(), e=()", "a=:AAAA:"),
                message(RefusalReason.TOO_LARGE, "33 components", "a=(" + numbered("\"x%d\" ", 33) + ")", "a=:AAAA:"),
                message(RefusalReason.TOO_LARGE, "17 parameters", "a=()" + numbered(";p%d", 17), "a=:AAAA:"));
    }

    private static Stream<Case> messageMeaning() {
        var end = CREATED + KEY_9421;
        return Stream.of(
                message(RefusalReason.COVERAGE_INCOMPLETE, "no method", "a=(\"@target-uri\" \"content-digest\")" + end),
                message(RefusalReason.COVERAGE_INCOMPLETE, "no digest", "a=(\"@method\" \"@target-uri\")" + end),
                message(RefusalReason.COVERAGE_INCOMPLETE, "no address", "a=(\"@method\" \"content-digest\")" + end),
                message(
                        RefusalReason.COVERAGE_INCOMPLETE,
                        "half an address",
                        "a=(\"@method\" \"@authority\" \"@path\" \"content-digest\")" + end),
                message(
                        RefusalReason.COVERAGE_INCOMPLETE,
                        "the digest of another message",
                        "a=(\"@method\" \"@target-uri\" \"content-digest\";req)" + end),
                message(RefusalReason.COMPONENT_UNSUPPORTED, "a status", INPUT.replace(")", " \"@status\")") + end),
                message(RefusalReason.COMPONENT_UNSUPPORTED, "upper case", INPUT.replace(")", " \"Date\")") + end),
                message(
                        RefusalReason.COMPONENT_UNSUPPORTED,
                        "re-serialised",
                        INPUT.replace(")", " \"date\";sf)") + end),
                message(RefusalReason.COMPONENT_UNSUPPORTED, "no name", INPUT.replace(")", " \"@query-param\")") + end),
                message(RefusalReason.COMPONENT_MISSING, "a field", INPUT.replace(")", " \"x-not-there\")") + end),
                message(
                        RefusalReason.COMPONENT_MISSING,
                        "a parameter of the query",
                        INPUT.replace(")", " \"@query-param\";name=\"c\")") + end),
                message(RefusalReason.ALGORITHM_UNKNOWN, "hmac", INPUT + end + ";alg=\"hmac-sha256\""),
                message(RefusalReason.TOO_OLD, "65 minutes and a second", INPUT + ";created=1795370099" + KEY_9421),
                message(RefusalReason.IN_THE_FUTURE, "an hour and a second", INPUT + ";created=1795377601" + KEY_9421),
                message(
                        RefusalReason.EXPIRED,
                        "an hour ago",
                        INPUT + ";created=1795370100;expires=1795370399" + KEY_9421));
    }

    private static Stream<Case> digests() {
        return Stream.of(
                changed(
                        RefusalReason.DIGEST_WRONG,
                        "another body",
                        request -> new HttpRequest(
                                "POST", request.origin(), request.target(), request.headers(), new byte[] {'{', '}'})),
                changed(RefusalReason.DIGEST_MALFORMED, "no algorithm", request -> request.with("Digest", "abc")),
                new Case(
                        RefusalReason.DIGEST_WRONG,
                        "another body (RFC 9421)",
                        message(RefusalReason.DIGEST_WRONG, "", INPUT + CREATED + KEY_9421)
                                .request()
                                .with("Content-Digest", BodyDigest.contentDigest(new byte[] {'{', '}'}))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesByName(Case refused) {
        assertThat(Sample.read(refused.request())).isInstanceOfSatisfying(Refused.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(refused.reason());
            assertThat(refusal.words()).isNotBlank().hasSizeLessThan(10_000);
        });
    }

    @Test
    void refusesAKeyOfAnotherTypeThanTheAlgorithm() {
        var claim = Sample.claim(
                new MessageSigner(Sample.CLOCK).sign(Sample.post(), Keys.RSA.as(Keys.KEY_ID), SignatureForm.CAVAGE));
        assertThat(claim.verify(Keys.ED25519.publicKey()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ALGORITHM_UNFIT));
    }

    @Test
    void neverTakesPssForHs2019() throws Exception {
        var names = "(request-target) host date digest";
        var parameters = KEY + ",algorithm=\"hs2019\"";
        var request = Sample.post();
        var base = CavageBase.of(
                request,
                List.of(names.split(" ", -1)),
                CavageParameters.parse(parameters),
                request.target(),
                "node.example");
        byte[] pss =
                SignatureAlgorithm.RSA_PSS_SHA512.sign(Keys.RSA.privateKey(), base.getBytes(StandardCharsets.UTF_8));
        var signed = request.with(
                "Signature",
                "%s,headers=\"%s\",signature=\"%s\""
                        .formatted(parameters, names, Base64.getEncoder().encodeToString(pss)));
        assertThat(Sample.claim(signed).verify(Keys.RSA.publicKey())).isInstanceOf(Refused.class);
    }

    private static Case cavage(RefusalReason reason, String what, String signature) {
        return new Case(reason, what + " (draft)", Sample.post().with("Signature", signature));
    }

    private static Case cavageOver(RefusalReason reason, String names) {
        return cavage(reason, names, KEY + ",headers=\"" + names + "\"" + SIGNED);
    }

    private static Case changed(RefusalReason reason, String what, UnaryOperator<HttpRequest> change) {
        return new Case(reason, what, change.apply(Sample.post().with("Signature", KEY + POST + SIGNED)));
    }

    private static Case message(RefusalReason reason, String what, String input) {
        return message(reason, what, input, "a=:AAAA:");
    }

    private static Case message(RefusalReason reason, String what, String input, String signature) {
        return new Case(
                reason,
                what + " (RFC 9421)",
                Sample.post().with("Signature-Input", input).with("Signature", signature));
    }

    private static String numbered(String form, int count) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }
}
