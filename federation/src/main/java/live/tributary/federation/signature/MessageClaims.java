// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import live.tributary.federation.signature.StructuredScanner.Item;

/** Reads {@code Signature-Input} and {@code Signature} of RFC 9421. */
final class MessageClaims {

    private final ClockWindow window;
    private final Instant now;

    MessageClaims(ClockWindow window, Instant now) {
        this.window = window;
        this.now = now;
    }

    /** All signatures that could count; the refusal of the first one where none could. */
    List<SignatureClaim> read(HttpRequest request, String inputField, String signatureField) throws RefusedException {
        MessageInput.checkLength("Signature", signatureField);
        var inputs = MessageInput.parse(inputField);
        var signatures = StructuredScanner.byteDictionary(signatureField);
        var claims = new ArrayList<SignatureClaim>();
        var refusals = new ArrayList<RefusedException>();
        for (var input : inputs.entrySet()) {
            try {
                claims.add(claim(request, input.getValue(), signatureOf(input.getKey(), signatures)));
            } catch (RefusedException refusal) {
                refusals.add(refusal);
            }
        }
        if (claims.isEmpty()) {
            throw refusals.getFirst();
        }
        return claims;
    }

    private SignatureClaim claim(HttpRequest request, MessageInput input, byte[] signature) throws RefusedException {
        checkCoverage(request, input);
        var keyId = KeyIds.parse(string(input, "keyid"));
        var algorithms = algorithms(input);
        var signedAt = seconds("created", required(input, "created"));
        window.checkSignedAt(signedAt, now);
        if (input.parameter("expires").isPresent()) {
            window.checkExpiry(seconds("expires", required(input, "expires")), signedAt, now);
        }
        var covered = input.components().stream().map(MessageComponent::raw).toList();
        var signed = new SignedBytes(MessageBase.candidates(request, input), signature);
        return new SignatureClaim(SignatureKind.RFC9421, keyId, algorithms, signedAt, covered, signed);
    }

    private static void checkCoverage(HttpRequest request, MessageInput input) throws RefusedException {
        boolean addressed = input.covers(MessageComponent.TARGET_URI)
                || (input.covers(MessageComponent.AUTHORITY)
                        && input.covers(MessageComponent.PATH)
                        && input.covers(MessageComponent.QUERY));
        boolean digested = !request.carriesBody() || input.covers(BodyDigest.fieldOf(SignatureKind.RFC9421));
        if (!input.covers(MessageComponent.METHOD) || !addressed || !digested) {
            throw new RefusedException(
                    RefusalReason.COVERAGE_INCOMPLETE,
                    "the signature of a %s covers only %s".formatted(request.method(), input.raw()));
        }
    }

    private static Set<SignatureAlgorithm> algorithms(MessageInput input) throws RefusedException {
        if (input.parameter("alg").isEmpty()) {
            return Set.of(
                    SignatureAlgorithm.RSA_V1_5_SHA256,
                    SignatureAlgorithm.ED25519,
                    SignatureAlgorithm.ECDSA_P256_SHA256,
                    SignatureAlgorithm.ECDSA_P384_SHA384);
        }
        var name = string(input, "alg");
        return Set.of(SignatureAlgorithm.named(name)
                .orElseThrow(() ->
                        new RefusedException(RefusalReason.ALGORITHM_UNKNOWN, "signed with the algorithm " + name)));
    }

    private static byte[] signatureOf(String label, Map<String, byte[]> signatures) throws RefusedException {
        var signature = signatures.get(label);
        if (signature == null) {
            throw new RefusedException(RefusalReason.MALFORMED, "Signature has no " + label);
        }
        return signature;
    }

    private static Instant seconds(String name, Item item) throws RefusedException {
        if (item.quoted()) {
            throw new RefusedException(RefusalReason.MALFORMED, name + " is not a number");
        }
        return EpochSeconds.parse(name, item.text());
    }

    private static String string(MessageInput input, String name) throws RefusedException {
        var item = required(input, name);
        if (!item.quoted()) {
            throw new RefusedException(RefusalReason.MALFORMED, name + " is not a string");
        }
        return item.text();
    }

    private static Item required(MessageInput input, String name) throws RefusedException {
        return input.parameter(name)
                .orElseThrow(() ->
                        new RefusedException(RefusalReason.MALFORMED, "Signature-Input has no parameter " + name));
    }
}
