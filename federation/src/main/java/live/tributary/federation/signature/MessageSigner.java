// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs requests that we send. A signature is of the moment: sign each attempt anew, never what waits in a queue. May be used
 * by any number of threads; with RSA a call takes most of a millisecond of one core.
 */
public final class MessageSigner {

    // RFC 9110, 5.6.7: two digits for the day, which the platform's own formatter does not write.
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final CavageParameters NO_PARAMETERS = new CavageParameters(Map.of());

    private final InstantSource clock;

    public MessageSigner(InstantSource clock) {
        this.clock = clock;
    }

    /** The request with the header fields that its signature needs, in place of any of those names. */
    public HttpRequest sign(HttpRequest request, SigningKey key, SignatureForm form) {
        try {
            return switch (form) {
                case CAVAGE -> cavage(request, key, request.target());
                case CAVAGE_WITHOUT_QUERY -> cavage(request, key, request.path());
                case RFC9421 -> rfc9421(request, key);
            };
        } catch (RefusedException impossible) {
            throw new IllegalStateException("could not sign with " + key, impossible);
        }
    }

    private HttpRequest cavage(HttpRequest request, SigningKey key, String target) throws RefusedException {
        var dated =
                request.with("Host", request.origin().authority()).with("Date", IMF_FIXDATE.format(clock.instant()));
        var complete = request.carriesBody() ? dated.with("Digest", BodyDigest.digest(request.body())) : dated;
        var names = request.carriesBody()
                ? List.of(CavageBase.REQUEST_TARGET, CavageBase.HOST, CavageBase.DATE, "digest")
                : List.of(CavageBase.REQUEST_TARGET, CavageBase.HOST, CavageBase.DATE);
        var base = CavageBase.of(
                complete, names, NO_PARAMETERS, target, request.origin().authority());
        // keyId first, and the label that old peers know: Owncast once read only that.
        var label = key.type() == KeyType.RSA ? "rsa-sha256" : "hs2019";
        return complete.with(
                "Signature",
                "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
                        .formatted(key.keyId().toASCIIString(), label, String.join(" ", names), signature(key, base)));
    }

    private HttpRequest rfc9421(HttpRequest request, SigningKey key) throws RefusedException {
        var complete = request.carriesBody()
                ? request.with("Content-Digest", BodyDigest.contentDigest(request.body()))
                : request;
        var components = Stream.of(MessageComponent.METHOD, MessageComponent.TARGET_URI, "content-digest")
                .limit(request.carriesBody() ? 3 : 2)
                .map(name -> new MessageComponent('"' + name + '"', name, Map.of()))
                .toList();
        var raw = "(%s);created=%d;keyid=\"%s\";alg=\"%s\""
                .formatted(
                        components.stream().map(MessageComponent::raw).collect(Collectors.joining(" ")),
                        clock.instant().getEpochSecond(),
                        key.keyId().toASCIIString(),
                        SignatureAlgorithm.usedWith(key.type()).registeredName());
        var base = MessageBase.of(
                complete,
                new MessageInput(raw, components, Map.of()),
                request.origin().authority());
        return complete.with("Signature-Input", "sig1=" + raw).with("Signature", "sig1=:" + signature(key, base) + ":");
    }

    private static String signature(SigningKey key, String base) {
        return Base64.getEncoder().encodeToString(key.signPlainly(base.getBytes(StandardCharsets.UTF_8)));
    }
}
