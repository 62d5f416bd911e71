// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The hash of a body in a header field: {@code Digest} (RFC 3230, which goes with draft-cavage) and {@code Content-Digest}
 * (RFC 9530, which goes with RFC 9421).
 */
public final class BodyDigest {

    // RFC 9530, 5 and RFC 5843: the ones that are not broken. Names in lower case.
    private static final Set<String> SOUND = Set.of("sha-256", "sha-512");

    private BodyDigest() {}

    /** The value of {@code Digest}: one algorithm in upper case, since PeerTube compares the whole field as a string. */
    public static String digest(byte[] body) {
        return "SHA-256=" + Base64.getEncoder().encodeToString(hash("sha-256", body));
    }

    /** The value of {@code Content-Digest}. */
    public static String contentDigest(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(hash("sha-256", body)) + ":";
    }

    /** Refuses a request unless the digest that a signature of this kind covers is that of the body. */
    static void check(SignatureKind kind, HttpRequest request) throws RefusedException {
        var name = fieldOf(kind);
        var value = request.headers().combined(name);
        if (value.isEmpty()) {
            throw new RefusedException(RefusalReason.DIGEST_MISSING, "the request has no " + name);
        }
        compare(name, parse(kind, value.get()), request.body());
    }

    static String fieldOf(SignatureKind kind) {
        return switch (kind) {
            case CAVAGE -> "digest";
            case RFC9421 -> "content-digest";
        };
    }

    private static void compare(String name, Map<String, byte[]> digests, byte[] body) throws RefusedException {
        boolean compared = false;
        for (var digest : digests.entrySet()) {
            if (SOUND.contains(digest.getKey())) {
                compared = true;
                if (!MessageDigest.isEqual(digest.getValue(), hash(digest.getKey(), body))) {
                    throw new RefusedException(
                            RefusalReason.DIGEST_WRONG, "%s is not that of the body".formatted(name));
                }
            }
        }
        if (!compared) {
            throw new RefusedException(
                    RefusalReason.DIGEST_ALGORITHM_UNKNOWN, "%s knows only %s".formatted(name, digests.keySet()));
        }
    }

    private static Map<String, byte[]> parse(SignatureKind kind, String value) throws RefusedException {
        try {
            return switch (kind) {
                case CAVAGE -> parseDigest(value);
                case RFC9421 -> parseContentDigest(value);
            };
        } catch (RefusedException refusal) {
            var refused = refusal.refused();
            var reason =
                    refused.reason() == RefusalReason.MALFORMED ? RefusalReason.DIGEST_MALFORMED : refused.reason();
            throw new RefusedException(reason, "%s: %s".formatted(fieldOf(kind), refused.words()));
        }
    }

    private static Map<String, byte[]> parseDigest(String value) throws RefusedException {
        var digests = new LinkedHashMap<String, byte[]>();
        for (var part : value.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw malformed();
            }
            put(
                    digests,
                    part.substring(0, equals).strip(),
                    base64(part.substring(equals + 1).strip()));
        }
        return digests;
    }

    private static Map<String, byte[]> parseContentDigest(String value) throws RefusedException {
        var scanner = new StructuredScanner(value);
        var digests = new LinkedHashMap<String, byte[]>();
        do {
            var name = scanner.key();
            scanner.expect('=');
            put(digests, name, scanner.byteSequence());
            scanner.parameters();
        } while (scanner.nextMember());
        return digests;
    }

    private static void put(Map<String, byte[]> digests, String name, byte[] digest) throws RefusedException {
        if (digests.put(name.toLowerCase(Locale.ROOT), digest) != null) {
            throw new RefusedException(RefusalReason.DIGEST_REPEATED, "two digests are given as " + name);
        }
    }

    private static byte[] base64(String text) throws RefusedException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private static RefusedException malformed() {
        return new RefusedException(RefusalReason.MALFORMED, "cannot be read");
    }

    private static byte[] hash(String name, byte[] body) {
        try {
            return MessageDigest.getInstance(name.toUpperCase(Locale.ROOT)).digest(body);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + name, missing);
        }
    }
}
