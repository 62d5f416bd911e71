// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@code Signature} field of draft-cavage-12. */
final class CavageClaims {

    private static final int COVERED_LIMIT = 32;

    private final ClockWindow window;
    private final Instant now;

    CavageClaims(ClockWindow window, Instant now) {
        this.window = window;
        this.now = now;
    }

    SignatureClaim read(HttpRequest request, String field) throws RefusedException {
        var parameters = CavageParameters.parse(field);
        var keyId = KeyIds.parse(parameters.required("keyId"));
        var names = names(parameters);
        checkCoverage(request, names);
        var algorithms = algorithms(parameters, names);
        var signedAt = signedAt(request, parameters, names);
        window.checkSignedAt(signedAt, now);
        if (parameters.value("expires").isPresent()) {
            window.checkExpiry(EpochSeconds.parse("expires", parameters.required("expires")), signedAt, now);
        }
        var candidates = CavageBase.candidates(request, names, parameters);
        var signed = new SignedBytes(candidates, base64(parameters.required("signature")));
        return new SignatureClaim(SignatureKind.CAVAGE, keyId, algorithms, signedAt, names, signed);
    }

    private static List<String> names(CavageParameters parameters) throws RefusedException {
        // Draft 2.1.6: without the parameter it is (created) alone, which covers too little for anything.
        var headers = parameters.value("headers").orElse(CavageBase.CREATED);
        var names = Arrays.asList(headers.strip().toLowerCase(Locale.ROOT).split(" +", -1));
        if (names.size() > COVERED_LIMIT) {
            throw new RefusedException(RefusalReason.TOO_LARGE, "%d covered fields".formatted(names.size()));
        }
        return names;
    }

    private static void checkCoverage(HttpRequest request, List<String> names) throws RefusedException {
        boolean timed = names.contains(CavageBase.DATE) || names.contains(CavageBase.CREATED);
        boolean digested = !request.carriesBody() || names.contains(BodyDigest.fieldOf(SignatureKind.CAVAGE));
        if (!names.contains(CavageBase.REQUEST_TARGET) || !names.contains(CavageBase.HOST) || !timed || !digested) {
            throw new RefusedException(
                    RefusalReason.COVERAGE_INCOMPLETE,
                    "the signature of a %s covers only %s".formatted(request.method(), names));
        }
    }

    private static Set<SignatureAlgorithm> algorithms(CavageParameters parameters, List<String> names)
            throws RefusedException {
        var label = parameters.value("algorithm").orElse("").toLowerCase(Locale.ROOT);
        // Draft 2.3: with the older labels the times of the parameters must not be signed.
        if (!label.equals("hs2019") && (names.contains(CavageBase.CREATED) || names.contains(CavageBase.EXPIRES))) {
            throw new RefusedException(
                    RefusalReason.MALFORMED, "(created) and (expires) go with hs2019 only, not with " + label);
        }
        return switch (label) {
            case "rsa-sha256" -> Set.of(SignatureAlgorithm.RSA_V1_5_SHA256);
            // hs2019 hides the algorithm behind the key; the Fediverse means PKCS #1 v1.5 with it, never PSS.
            case "hs2019", "" -> Set.of(SignatureAlgorithm.RSA_V1_5_SHA256, SignatureAlgorithm.ED25519);
            default ->
                throw new RefusedException(RefusalReason.ALGORITHM_UNKNOWN, "signed with the algorithm " + label);
        };
    }

    private static Instant signedAt(HttpRequest request, CavageParameters parameters, List<String> names)
            throws RefusedException {
        if (names.contains(CavageBase.CREATED)) {
            return EpochSeconds.parse("created", parameters.required("created"));
        }
        var date = request.headers()
                .combined(CavageBase.DATE)
                .orElseThrow(() -> new RefusedException(RefusalReason.COMPONENT_MISSING, "the request has no Date"));
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
        } catch (DateTimeException unreadable) {
            throw new RefusedException(RefusalReason.MALFORMED, "the Date cannot be read");
        }
    }

    private static byte[] base64(String signature) throws RefusedException {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException notBase64) {
            throw new RefusedException(RefusalReason.MALFORMED, "the signature is not base64");
        }
    }
}
