// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Problem.Kind;
import live.tributary.node.gate.Visitor.Who;
import live.tributary.node.gate.Visitors;
import live.tributary.node.kernel.NotAllowedException;

/**
 * Answers every request that failed: with a page for people, with a problem (RFC 9457) for programs, never with what
 * only the log may read.
 */
final class ErrorAnswers implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private final AnswerWriter writer;
    private final ErrorPages pages;

    ErrorAnswers(AnswerWriter writer, ErrorPages pages) {
        this.writer = writer;
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var problem = problem(exchange, failure);
        if (problem.kind() == Kind.BROKEN) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), route(exchange), new LoggedFailure(failure));
        } else {
            log.debug("{} {}: {}", exchange.getRequest().getMethod(), route(exchange), problem.getMessage());
        }
        if (!problem.retryAfter().isZero()) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(problem.retryAfter().toSeconds()));
        }
        return wantsPage(exchange) ? writer.write(page(exchange, problem), response) : json(exchange, problem);
    }

    /** Not the path, which may hold a one-time token: of a link that logs in, invites or claims. */
    private static String route(ServerWebExchange exchange) {
        var pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(before any route)" : pattern.toString();
    }

    private Answer page(ServerWebExchange exchange, Problem problem) {
        if (problem.kind() == Kind.NOT_SIGNED_IN) {
            return Answer.goTo("/login");
        }
        return new Answer.Show(
                pages.page(problem, Visitors.of(exchange)), problem.kind().status());
    }

    private static Mono<Void> json(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.kind().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = JsonMapper.shared().writeValueAsBytes(ProblemDocument.of(problem));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return !request.getPath().value().startsWith("/api/")
                && accepted(request).stream()
                        .anyMatch(type -> type.includes(MediaType.TEXT_HTML) && !type.isWildcardType());
    }

    /** Nothing, if it cannot be read: no browser sends that. */
    private static List<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException malformed) {
            return List.of();
        }
    }

    private static Problem problem(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case NotAllowedException refused ->
                Problem.of(refusal(exchange)).because(String.valueOf(refused.getMessage()));
            case DataAccessResourceFailureException _, QueryTimeoutException _, CannotCreateTransactionException _ ->
                Problem.of(Kind.NODE_BUSY).because(String.valueOf(failure.getMessage()));
            case DataBufferLimitException _ -> Problem.of(Kind.TOO_LARGE);
            case ErrorResponse response ->
                Problem.of(kind(response.getStatusCode().value()));
            default -> Problem.of(Kind.BROKEN);
        };
    }

    private static Kind refusal(ServerWebExchange exchange) {
        return switch (Visitors.of(exchange).who()) {
            case Who.Stranger() -> Kind.NOT_SIGNED_IN;
            case Who.Member _ -> Kind.FORBIDDEN;
        };
    }

    private static Kind kind(int status) {
        for (var kind : Kind.values()) {
            if (kind.status() == status) {
                return kind;
            }
        }
        return status < 500 ? Kind.BAD_REQUEST : Kind.BROKEN;
    }

    /** Before Boot's own, which would answer everything. */
    @Override
    public int getOrder() {
        return -2;
    }
}
