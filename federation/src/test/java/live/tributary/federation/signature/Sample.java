// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/** Requests of the tests, and signatures in other forms than the ones we send. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    static final InstantSource CLOCK = () -> NOW;
    static final byte[] BODY = "{\"type\":\"Follow\"}".getBytes(StandardCharsets.UTF_8);
    static final String DATE = "Sun, 22 Nov 2026 19:00:00 GMT";

    private Sample() {}

    static HttpRequest request(String method, String address) {
        return HttpRequest.to(method, URI.create(address), Headers.NONE, method.equals("POST") ? BODY : new byte[0]);
    }

    /** A POST with the fields that signatures like to cover. */
    static HttpRequest post() {
        return request("POST", "https://node.example/ap/inbox?a=1&b=%2F")
                .with("Host", "node.example")
                .with("Date", DATE)
                .with("Content-Type", "application/activity+json")
                .with("Digest", BodyDigest.digest(BODY))
                .with("Content-Digest", BodyDigest.contentDigest(BODY));
    }

    static Reading read(HttpRequest request) {
        return new SignatureReader(CLOCK, ClockWindow.DEFAULT).read(request);
    }

    /** The first claim of a request that must be in order. */
    static SignatureClaim claim(HttpRequest request) {
        return switch (read(request)) {
            case Reading.Signed(List<SignatureClaim> claims) -> claims.getFirst();
            case Refused refused -> throw new AssertionError(refused);
        };
    }

    /** Signs by draft-cavage over any covered names, whatever sense it makes. */
    static HttpRequest cavage(
            HttpRequest request, ActorKey key, String parameters, String names, String target, String authority) {
        try {
            var all = CavageParameters.parse(parameters);
            var base = CavageBase.of(request, List.of(names.split(" ", -1)), all, target, authority);
            return request.with(
                    "Signature",
                    "%s,headers=\"%s\",signature=\"%s\"".formatted(parameters, names, signature(key, base)));
        } catch (RefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Signs by RFC 9421 over any components, whatever sense it makes. */
    static HttpRequest message(HttpRequest request, ActorKey key, String input, String authority) {
        try {
            var base = MessageBase.of(request, input(input), authority);
            return request.with("Signature-Input", "any=" + input)
                    .with("Signature", "any=:" + signature(key, base) + ":");
        } catch (RefusedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The only member of a field. */
    static MessageInput input(String member) throws RefusedException {
        return MessageInput.parse("any=" + member).values().iterator().next();
    }

    private static String signature(ActorKey key, String base) {
        byte[] bytes = base.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(key.as(Keys.KEY_ID).signPlainly(bytes));
    }
}
