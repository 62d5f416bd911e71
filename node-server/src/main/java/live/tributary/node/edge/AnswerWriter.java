// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import live.tributary.web.page.Page;
import live.tributary.web.page.Pages;

/** Writes an {@link Answer} into the response. */
final class AnswerWriter implements HandlerResultHandler, Ordered {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Pages pages;

    AnswerWriter(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return Answer.class.isAssignableFrom(result.getReturnType().toClass());
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Answer answer)) {
            return Mono.error(new IllegalStateException("a controller answered nothing"));
        }
        return write(answer, exchange.getResponse());
    }

    Mono<Void> write(Answer answer, ServerHttpResponse response) {
        return switch (answer) {
            case Answer.Show(var page, var status) -> show(page, status, caching(page), response);
            case Answer.Secret(var page, var status) -> {
                // Not "no-referrer": browsers would then send forms of the page without their origin, as a forger's.
                response.getHeaders().set("Referrer-Policy", "same-origin");
                yield show(page, status, "no-store", response);
            }
            case Answer.GoTo(var path, var cookies) -> {
                cookies.forEach(response::addCookie);
                yield seeOther(URI.create(path), response);
            }
            case Answer.Leave(var page) -> seeOther(page, response);
        };
    }

    /** A form is for one reader alone. */
    private static String caching(Page page) {
        return page.frame().csrfToken().isEmpty() ? "no-cache" : "no-store";
    }

    private Mono<Void> show(Page page, int status, String caching, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        var headers = response.getHeaders();
        headers.setContentType(HTML);
        headers.set("Content-Security-Policy", pages.contentPolicy(page));
        headers.set(HttpHeaders.CACHE_CONTROL, caching);
        var body = pages.renderBytes(page);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Mono<Void> seeOther(URI place, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(place);
        return response.setComplete();
    }

    /** Before Spring's own: they would take an answer for a model attribute. */
    @Override
    public int getOrder() {
        return 0;
    }
}
