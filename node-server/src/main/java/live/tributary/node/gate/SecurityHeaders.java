// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Headers that tell a browser what our answers may do. A page replaces the content policy by the one it needs; what
 * is no page needs nothing at all.
 */
final class SecurityHeaders implements WebFilter, Ordered {

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** Everything a page could ask for and ours do not, then what the player uses. */
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " hid=(), midi=(), display-capture=(), accelerometer=(), gyroscope=(), magnetometer=(),"
            + " browsing-topics=(), fullscreen=(self), picture-in-picture=(self), autoplay=(self)";

    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", NOTHING);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (Transport.of(exchange.getRequest()).encrypted()) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return GateOrder.HEADERS.position();
    }
}
