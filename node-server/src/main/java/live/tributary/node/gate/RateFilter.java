// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** How often one household may ask: pages, API calls, and tries to make an account are counted apart. */
final class RateFilter implements WebFilter, Ordered {

    private final RateLimiter pages;
    private final RateLimiter apiCalls;
    private final RateLimiter accounts;

    RateFilter(GateProperties limits, LongSupplier nanoTime) {
        pages = new RateLimiter(limits.pagesPerMinute(), Duration.ofMinutes(1), nanoTime);
        apiCalls = new RateLimiter(limits.apiCallsPerMinute(), Duration.ofMinutes(1), nanoTime);
        accounts = new RateLimiter(limits.accountsPerHour(), Duration.ofHours(1), nanoTime);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (Paths.isFree(request.getPath().value())) {
            return chain.filter(exchange);
        }
        var limiter = limiterFor(request);
        var prefix = AddressPrefix.of(Transport.of(request).client());
        return limiter.tryTake(prefix)
                ? chain.filter(exchange)
                : Mono.error(Problem.of(Problem.Kind.TOO_MANY_REQUESTS).retryAfter(limiter.untilNext()));
    }

    private RateLimiter limiterFor(ServerHttpRequest request) {
        var path = request.getPath().value();
        if (Paths.isApi(path)) {
            return apiCalls;
        }
        return request.getMethod().equals(HttpMethod.POST) && Paths.makesAccount(path) ? accounts : pages;
    }

    @Override
    public int getOrder() {
        return GateOrder.RATES.position();
    }
}
