// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

import live.tributary.node.kernel.Secret;

/**
 * The two cookies of the node: one for a session, one for a guest in front of a form.
 *
 * <p>Over TLS they bear the prefix {@code __Host-} (RFC 6265bis, 4.1.3.2), so that no neighbouring domain can plant
 * them. Browsers refuse such cookies on plain HTTP, so there they are named plainly, and taken only from the same
 * private network or where a setting says so.
 */
public final class LoginCookies {

    private static final String SECURE_PREFIX = "__Host-";
    private static final String SESSION = "tributary";
    private static final String GUEST = "tributary-guest";

    private final boolean plainHttpLogin;
    private final Duration sessionLife;

    LoginCookies(boolean plainHttpLogin, Duration sessionLife) {
        this.plainHttpLogin = plainHttpLogin;
        this.sessionLife = sessionLife;
    }

    /** Whether anybody may log in over this connection. */
    public boolean mayLogIn(Transport transport) {
        return transport.encrypted() || transport.near() || plainHttpLogin;
    }

    /** The cookie that logs a browser in. */
    public ResponseCookie session(Transport transport, Secret token) {
        return cookie(transport, SESSION, token.value()).maxAge(sessionLife).build();
    }

    /** The cookie that logs a browser out. */
    public ResponseCookie noSession(Transport transport) {
        return cookie(transport, SESSION, "").maxAge(Duration.ZERO).build();
    }

    /** The token of the session that this request brings. */
    public Optional<Secret> sessionToken(ServerHttpRequest request) {
        var transport = Transport.of(request);
        return mayLogIn(transport) ? value(request, transport, SESSION).flatMap(Secret::parse) : Optional.empty();
    }

    ResponseCookie guest(Transport transport, Secret token) {
        return cookie(transport, GUEST, token.value()).build();
    }

    Optional<String> guestToken(ServerHttpRequest request) {
        return value(request, Transport.of(request), GUEST);
    }

    private static Optional<String> value(ServerHttpRequest request, Transport transport, String name) {
        return Optional.ofNullable(request.getCookies().getFirst(fullName(transport, name)))
                .map(HttpCookie::getValue);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(Transport transport, String name, String value) {
        return ResponseCookie.from(fullName(transport, name), value)
                .path("/")
                .httpOnly(true)
                .secure(transport.encrypted())
                .sameSite("Lax");
    }

    private static String fullName(Transport transport, String name) {
        return transport.encrypted() ? SECURE_PREFIX + name : name;
    }
}
