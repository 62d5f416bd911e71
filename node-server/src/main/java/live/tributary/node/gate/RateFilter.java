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

import live.tributary.node.kernel.AddressPrefix;
import live.tributary.node.kernel.TokenBuckets;

/**
 * How often one household may ask. Pages, API calls, what pages of viewers ask by themselves, tries to make an account, wishes to
 * follow from elsewhere, and what other servers post are counted apart: a hundred viewers behind one address must not lock each
 * other out.
 */
final class RateFilter implements WebFilter, Ordered {

    private final TokenBuckets pages;
    private final TokenBuckets apiCalls;
    private final TokenBuckets viewersPolls;
    private final TokenBuckets accounts;
    private final TokenBuckets follows;
    private final TokenBuckets deliveries;

    RateFilter(GateProperties limits, LongSupplier nanoTime) {
        pages = full(limits.pagesPerMinute(), Duration.ofMinutes(1), nanoTime);
        apiCalls = full(limits.apiCallsPerMinute(), Duration.ofMinutes(1), nanoTime);
        viewersPolls = full(limits.viewerPollsPerMinute(), Duration.ofMinutes(1), nanoTime);
        accounts = full(limits.accountsPerHour(), Duration.ofHours(1), nanoTime);
        follows = full(limits.followsPerHour(), Duration.ofHours(1), nanoTime);
        deliveries = full(limits.deliveriesPerMinute(), Duration.ofMinutes(1), nanoTime);
    }

    private static TokenBuckets full(int most, Duration per, LongSupplier nanoTime) {
        return new TokenBuckets(most, most, per, nanoTime);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Paths.of(exchange);
        if (Paths.isFree(path)) {
            return chain.filter(exchange);
        }
        var buckets = bucketsFor(path, exchange.getRequest().getMethod());
        var household = AddressPrefix.ofHousehold(
                        Transport.of(exchange.getRequest()).client())
                .text();
        return buckets.tryTake(household)
                ? chain.filter(exchange)
                : Mono.error(Problem.of(Problem.Kind.TOO_MANY_REQUESTS).retryAfter(buckets.untilNext()));
    }

    private TokenBuckets bucketsFor(String path, HttpMethod method) {
        if (Paths.isViewersReport(path) || (Paths.isViewersPoll(path) && method.equals(HttpMethod.GET))) {
            return viewersPolls;
        }
        if (Paths.isInbox(path)) {
            return deliveries;
        }
        if (Paths.isApi(path)) {
            return apiCalls;
        }
        return method.equals(HttpMethod.POST) ? bucketsForForm(path) : pages;
    }

    private TokenBuckets bucketsForForm(String path) {
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
