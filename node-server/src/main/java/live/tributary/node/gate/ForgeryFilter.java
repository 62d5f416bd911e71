// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.List;
import java.util.Set;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request change something only if it comes from a page of this node: the browser says where it came from
 * ({@code Origin}, and {@code Sec-Fetch-Site} over TLS), and the page gave it a token. What a player reports needs no token:
 * it is counted for nobody, so there is nobody in whose name it could be forged; a page that is carried on has no name either.
 * Nor does an inbox of the Fediverse, where no visitor is asked for, and each request is signed by the server that sends it.
 */
final class ForgeryFilter implements WebFilter, Ordered {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final String publicOrigin;

    ForgeryFilter(String publicOrigin) {
        this.publicOrigin = publicOrigin;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (SAFE.contains(request.getMethod()) || Paths.isInbox(Paths.of(exchange))) {
            return chain.filter(exchange);
        }
        if (!comesFromHere(request)) {
            return refuse("origin %s".formatted(request.getHeaders().getOrigin()));
        }
        if (Paths.isViewersReport(Paths.of(exchange))) {
            return chain.filter(exchange);
        }
        var expected = VisitorFilter.of(exchange).csrf();
        return tokenOf(exchange)
                .flatMap(sent -> expected.matches(sent) ? chain.filter(exchange) : refuse("token does not match"));
    }

    private boolean comesFromHere(ServerHttpRequest request) {
        var headers = request.getHeaders();
        // HTML Standard and Fetch: a browser sends Origin with every unsafe method; "null" is somebody else's page.
        var origin = headers.getOrigin();
        var site = headers.getFirst("Sec-Fetch-Site");
        return List.of(Transport.of(request).origin(), publicOrigin).contains(String.valueOf(origin))
                && (site == null || site.equals("same-origin"));
    }

    /** Empty text where there is none. */
    private static Mono<String> tokenOf(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var header = headers.getFirst(CsrfToken.HEADER);
        if (header != null) {
            return Mono.just(header);
        }
        if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(headers.getContentType())) {
            return Mono.just("");
        }
        return exchange.getFormData()
                // The decoder's complaint about a broken %-sequence.
                .onErrorMap(
                        IllegalArgumentException.class,
                        broken -> Problem.of(Problem.Kind.BAD_REQUEST).because("the form cannot be decoded"))
                .mapNotNull(form -> form.getFirst(CsrfToken.FIELD))
                .defaultIfEmpty("");
    }

    private static Mono<Void> refuse(String because) {
        return Mono.error(Problem.of(Problem.Kind.FORM_EXPIRED).because(because));
    }

    @Override
    public int getOrder() {
        return GateOrder.FORGERY.position();
    }
}
