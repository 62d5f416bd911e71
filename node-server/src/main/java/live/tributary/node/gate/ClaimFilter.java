// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.concurrent.Callable;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Until somebody owns the node, nothing works but the claim itself. Remembers a yes: a claim is never taken back. */
final class ClaimFilter implements WebFilter, Ordered {

    private final Callable<Boolean> claimed;
    private final Scheduler blocking;
    private volatile boolean seenClaimed;

    /** @param claimed may block */
    ClaimFilter(Callable<Boolean> claimed, Scheduler blocking) {
        this.claimed = claimed;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Paths.of(exchange);
        if (seenClaimed || path.startsWith("/claim/") || Paths.isFree(path)) {
            return chain.filter(exchange);
        }
        return Mono.fromCallable(claimed)
                .subscribeOn(blocking)
                .doOnNext(now -> seenClaimed = now)
                .flatMap(now -> now ? chain.filter(exchange) : Mono.error(Problem.of(Problem.Kind.UNCLAIMED)));
    }

    @Override
    public int getOrder() {
        return GateOrder.CLAIM.position();
    }
}
