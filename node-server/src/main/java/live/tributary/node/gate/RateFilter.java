// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How often one household may ask. Pages, API calls, what pages of viewers ask by themselves, tries to make an account, wishes to
 * follow from elsewhere, and what other servers post are counted apart: a hundred viewers behind one address must not lock each
 * other out.
 */
final class RateFilter implements WebFilter, Ordered {

    private final RateLimiter pages;
    private final RateLimiter apiCalls;
    private final RateLimiter viewersPolls;
    private final RateLimiter accounts;
    private final RateLimiter follows;
    private final RateLimiter deliveries;

    RateFilter(GateProperties limits, LongSupplier nanoTime) {
        pages = new RateLimiter(limits.pagesPerMinute(), Duration.ofMinutes(1), nanoTime);
        apiCalls = new RateLimiter(limits.apiCallsPerMinute(), Duration.ofMinutes(1), nanoTime);
        viewersPolls = new RateLimiter(limits.viewerPollsPerMinute(), Duration.ofMinutes(1), nanoTime);
        accounts = new RateLimiter(limits.accountsPerHour(), Duration.ofHours(1), nanoTime);
        follows = new RateLimiter(limits.followsPerHour(), Duration.ofHours(1), nanoTime);
        deliveries = new RateLimiter(limits.deliveriesPerMinute(), Duration.ofMinutes(1), nanoTime);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Paths.of(exchange);
        if (Paths.isFree(path)) {
            return chain.filter(exchange);
        }
        var limiter = limiterFor(path, exchange.getRequest().getMethod());
        var prefix = AddressPrefix.of(Transport.of(exchange.getRequest()).client());
        return limiter.tryTake(prefix)
                ? chain.filter(exchange)
                : Mono.error(Problem.of(Problem.Kind.TOO_MANY_REQUESTS).retryAfter(limiter.untilNext()));
    }

    private RateLimiter limiterFor(String path, HttpMethod method) {
        if (Paths.isViewersReport(path) || (Paths.isViewersPoll(path) && method.equals(HttpMethod.GET))) {
            return viewersPolls;
        }
        if (Paths.isInbox(path)) {
            return deliveries;
        }
        if (Paths.isApi(path)) {
            return apiCalls;
        }
        return method.equals(HttpMethod.POST) ? limiterForForm(path) : pages;
    }

    private RateLimiter limiterForForm(String path) {
        if (Paths.asksElsewhere(path)) {
            return follows;
        }
        return Paths.makesAccount(path) ? accounts : pages;
    }

    @Override
    public int getOrder() {
        return GateOrder.RATES.position();
    }
}
