// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what is larger than any of our forms or API bodies before a byte of it is read. */
final class SizeFilter implements WebFilter, Ordered {

    static final int MAX_BODY_BYTES = 256 * 1024;
    static final int MAX_FORM_BYTES = 64 * 1024;
    static final int MAX_HEADERS = 100;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var count = headers.headerNames().stream()
                .mapToInt(name -> headers.getValuesAsList(name).size())
                .sum();
        if (count > MAX_HEADERS) {
            return Mono.error(Problem.of(Problem.Kind.HEADERS_TOO_LARGE));
        }
        var form = MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(headers.getContentType());
        // A form without a length would be read up to the larger limit; no browser sends one.
        if (form && headers.getContentLength() < 0) {
            return Mono.error(Problem.of(Problem.Kind.LENGTH_REQUIRED));
        }
        var tooLarge = headers.getContentLength() > (form ? MAX_FORM_BYTES : MAX_BODY_BYTES);
        return tooLarge ? Mono.error(Problem.of(Problem.Kind.TOO_LARGE)) : chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return GateOrder.SIZES.position();
    }
}
