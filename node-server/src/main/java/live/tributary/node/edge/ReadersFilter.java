// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import live.tributary.federation.signature.Origin;
import live.tributary.node.readers.Readers;

/**
 * Asks of whoever fetches a document for servers whether they may have it. Which answers are such documents is told from the
 * answers, so that none is forgotten that is added later; pages for people pass.
 */
final class ReadersFilter implements WebFilter {

    /** The node's own actor is for everybody: it is how two servers that both ask for signatures begin to talk. */
    private static final String OWN_ACTOR = "/ap/actor";

    private final Readers readers;
    private final Origin origin;
    private final Scheduler blocking;

    /** @param origin the public address of this node */
    ReadersFilter(Readers readers, Origin origin, Scheduler blocking) {
        this.readers = readers;
        this.origin = origin;
        this.blocking = blocking;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!mayBeTurnedAway(exchange)) {
            return chain.filter(exchange);
        }
        var guarded = new GuardedResponse(exchange, readers, origin, blocking);
        return chain.filter(exchange.mutate().response(guarded).build());
    }

    private boolean mayBeTurnedAway(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var method = request.getMethod();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && !request.getPath().value().equals(OWN_ACTOR)
                && (readers.demandSignatures() || showsItself(request.getHeaders()));
    }

    private static boolean showsItself(HttpHeaders headers) {
        return headers.containsHeader("Signature");
    }
}
