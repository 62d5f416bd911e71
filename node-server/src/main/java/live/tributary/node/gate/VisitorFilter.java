// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.Optional;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import live.tributary.node.accounts.Session;
import live.tributary.node.accounts.Sessions;
import live.tributary.node.gate.Visitor.Who;
import live.tributary.node.kernel.Secret;

/**
 * Finds out who is asking, and leaves the answer in the exchange. The session is looked up in the database, so from
 * here on a request with a cookie runs on a virtual thread.
 */
final class VisitorFilter implements WebFilter, Ordered {

    private static final String ATTRIBUTE = Visitor.class.getName();

    private final Sessions sessions;
    private final LoginCookies cookies;
    private final Scheduler blocking;

    VisitorFilter(Sessions sessions, LoginCookies cookies, Scheduler blocking) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.blocking = blocking;
    }

    /** The visitor of a request that passed this filter. */
    static Visitor of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /** The visitor of any request: a stranger, if it was turned away before this filter. */
    static Visitor orStranger(ServerWebExchange exchange) {
        var stranger = new Visitor(new Who.Stranger(), CsrfToken.NONE, Transport.of(exchange.getRequest()));
        return exchange.getAttributeOrDefault(ATTRIBUTE, stranger);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Paths.of(exchange);
        if (Paths.isEmbed(path) || Paths.isInbox(path)) {
            exchange.getAttributes().put(ATTRIBUTE, orStranger(exchange));
            return chain.filter(exchange);
        }
        var token = Paths.isFree(path) ? Optional.<Secret>empty() : cookies.sessionToken(exchange.getRequest());
        if (token.isEmpty()) {
            exchange.getAttributes().put(ATTRIBUTE, stranger(exchange));
            return chain.filter(exchange);
        }
        return Mono.fromCallable(() -> sessions.find(token.get()))
                .subscribeOn(blocking)
                .map(session -> session.map(found -> member(found, token.get(), exchange))
                        .orElseGet(() -> stranger(exchange)))
                .doOnNext(visitor -> exchange.getAttributes().put(ATTRIBUTE, visitor))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** Each page renews the cookie: it lives as long as the session, which every use prolongs. */
    private Visitor member(Session session, Secret token, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var transport = Transport.of(request);
        if (request.getMethod().equals(HttpMethod.GET) && !Paths.isApi(Paths.of(exchange))) {
            exchange.getResponse().addCookie(cookies.session(transport, token));
        }
        return new Visitor(new Who.Member(session.account()), CsrfToken.of(token.value()), transport);
    }

    /** A stranger in front of a form is given a cookie that the form can be bound to; nobody else is. */
    private Visitor stranger(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var transport = Transport.of(request);
        var guest = cookies.guestToken(request);
        if (guest.isEmpty() && Paths.hasGuestForm(Paths.of(exchange))) {
            var fresh = Secret.random();
            exchange.getResponse().addCookie(cookies.guest(transport, fresh));
            guest = Optional.of(fresh.value());
        }
        return new Visitor(new Who.Stranger(), guest.map(CsrfToken::of).orElse(CsrfToken.NONE), transport);
    }

    @Override
    public int getOrder() {
        return GateOrder.VISITOR.position();
    }
}
