// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import live.tributary.federation.signature.StructuredScanner.Item;

/**
 * A covered component of RFC 9421, 2: a header field, or with an {@code @} something derived from the request.
 *
 * @param raw name and parameters as they were sent
 */
record MessageComponent(String raw, String name, Map<String, Item> parameters) {

    static final String METHOD = "@method";
    static final String TARGET_URI = "@target-uri";
    static final String AUTHORITY = "@authority";
    static final String PATH = "@path";
    static final String QUERY = "@query";
    private static final String QUERY_PARAM = "@query-param";
    private static final String NAME = "name";

    boolean isPlain(String wanted) {
        return name.equals(wanted) && parameters.isEmpty();
    }

    /** Whether the value depends on how the signer wrote the authority. */
    boolean showsAuthority() {
        return name.equals(AUTHORITY) || name.equals(TARGET_URI) || name.equals("host");
    }

    /** The value in a request (RFC 9421, 2.1 and 2.2). */
    String valueIn(HttpRequest request, String authority) throws RefusedException {
        if (!parameters.isEmpty()
                && !(name.equals(QUERY_PARAM) && parameters.keySet().equals(Set.of(NAME)))) {
            throw unsupported();
        }
        return switch (name) {
            case METHOD -> request.method();
            case TARGET_URI -> request.origin().scheme() + "://" + authority + request.target();
            case AUTHORITY, "host" -> authority;
            case "@scheme" -> request.origin().scheme();
            case "@request-target" -> request.target();
            case PATH -> request.path();
            case QUERY -> "?" + request.query().orElse("");
            case QUERY_PARAM -> queryParameter(request);
            default -> field(request);
        };
    }

    private String field(HttpRequest request) throws RefusedException {
        if (name.startsWith("@") || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw unsupported();
        }
        return request.headers().combined(name).orElseThrow(this::missing);
    }

    /** RFC 9421, 2.2.8: one parameter of the query that has this name, decoded and encoded anew. */
    private String queryParameter(HttpRequest request) throws RefusedException {
        var wanted = parameters.get(NAME);
        if (wanted == null) {
            throw unsupported();
        }
        var values = Arrays.stream(request.query().orElse("").split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> encoded(pair[0]).equals(wanted.text()))
                .map(pair -> pair.length == 2 ? encoded(pair[1]) : "")
                .toList();
        if (values.size() != 1) {
            throw missing();
        }
        return values.getFirst();
    }

    private static String encoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return URLEncoder.encode(decoded, StandardCharsets.UTF_8).replace("+", "%20");
        } catch (IllegalArgumentException halfAnEscape) {
            return text;
        }
    }

    private RefusedException missing() {
        return new RefusedException(RefusalReason.COMPONENT_MISSING, "the signed " + raw + " is not there once");
    }

    private RefusedException unsupported() {
        return new RefusedException(RefusalReason.COMPONENT_UNSUPPORTED, "the signed " + raw + " cannot be rebuilt");
    }
}
