// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request, received or to be sent, as far as signatures see it.
 *
 * @param method in upper case, as it stands in the request line
 * @param origin of a received request: this node's configured public address, never what {@code Host} or a proxy's header says
 * @param target the request target as it stands in the request line, from its first slash on, with the query, never decoded or
 *     tidied: {@code %40}, {@code //} and a slash at the end are part of what was signed
 * @param body belongs to this record: neither side writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record HttpRequest(String method, Origin origin, String target, Headers headers, byte[] body) {

    private static final Pattern ORIGIN_FORM = Pattern.compile("/[^\\s\\x00-\\x1f#]*");

    public HttpRequest {
        if (!ORIGIN_FORM.matcher(target).matches()) {
            throw new IllegalArgumentException("a request target begins with a slash and has no spaces or fragment");
        }
    }

    /** A request to be sent to an http or https address. */
    public static HttpRequest to(String method, URI address, Headers headers, byte[] body) {
        var origin = Origin.of(address)
                .orElseThrow(() -> new IllegalArgumentException("not an http or https address: " + address));
        var ascii = URI.create(address.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        var target = ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
        return new HttpRequest(method, origin, target, headers, body);
    }

    /** RFC 9421, 2.2.2: the whole address, made from the origin and the raw target. */
    public String targetUri() {
        return origin + target;
    }

    /** The target without its query. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** What follows the question mark, if there is one. */
    public Optional<String> query() {
        int question = target.indexOf('?');
        return question < 0 ? Optional.empty() : Optional.of(target.substring(question + 1));
    }

    /** Whether the body counts: a signature must then cover its digest. */
    public boolean carriesBody() {
        return !(method.equals("GET") || method.equals("HEAD"));
    }

    /** This request with one header field in place of all that had its name. */
    public HttpRequest with(String name, String value) {
        return new HttpRequest(method, origin, target, headers.with(name, value), body);
    }
}
