// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Refuses what is larger than any of our forms or API bodies, or of no readable type, before a byte of it is read. */
final class SizeFilter implements WebFilter, Ordered {

    static final int MAX_BODY_BYTES = 256 * 1024;
    /** What the codecs take at most, whatever the length that was told. */
    static final int MAX_INBOX_BYTES = 512 * 1024;

    static final int MAX_FORM_BYTES = 64 * 1024;
    static final int MAX_REPORT_BYTES = 1024;
    static final int MAX_HEADERS = 100;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (fields(headers) > MAX_HEADERS) {
            return Mono.error(Problem.of(Problem.Kind.HEADERS_TOO_LARGE));
        }
        if (!hasReadableType(headers)) {
            return Mono.error(Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE));
        }
        var form = MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(headers.getContentType());
        // A form without a length would be read up to the larger limit; no browser sends one.
        if (form && headers.getContentLength() < 0) {
            return Mono.error(Problem.of(Problem.Kind.LENGTH_REQUIRED));
        }
        var report = Paths.isViewersReport(Paths.of(exchange));
        // A report without a length would be read up to the larger limit, as a form would.
        if (report && headers.getContentLength() < 0) {
            return Mono.error(Problem.of(Problem.Kind.LENGTH_REQUIRED));
        }
        if (Paths.isInbox(Paths.of(exchange))) {
            return upTo(MAX_INBOX_BYTES, exchange, chain);
        }
        return upTo(largest(form, Paths.of(exchange)), exchange, chain);
    }

    private static int largest(boolean form, String path) {
        if (Paths.isViewersReport(path)) {
            return MAX_REPORT_BYTES;
        }
        return form && !Paths.takesList(path) ? MAX_FORM_BYTES : MAX_BODY_BYTES;
    }

    private static Mono<Void> upTo(int bytes, ServerWebExchange exchange, WebFilterChain chain) {
        long told = exchange.getRequest().getHeaders().getContentLength();
        if (told > bytes) {
            return Mono.error(Problem.of(Problem.Kind.TOO_LARGE));
        }
        return chain.filter(told < 0 ? counted(bytes, exchange) : exchange)
                // Not ours to mend, and nobody is left to hear of it.
                .onErrorMap(
                        AbortedException.class,
                        _ -> Problem.of(Problem.Kind.BAD_REQUEST).because("the connection closed within the body"));
    }

    /** What does not say how long it is, is counted as it comes. */
    private static ServerWebExchange counted(int bytes, ServerWebExchange exchange) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                var come = new AtomicInteger();
                return super.getBody().doOnNext(buffer -> {
                    if (come.addAndGet(buffer.readableByteCount()) > bytes) {
                        DataBufferUtils.release(buffer);
                        throw Problem.of(Problem.Kind.TOO_LARGE);
                    }
                });
            }
        };
        return exchange.mutate().request(request).build();
    }

    /** A field may hold a list of many values (RFC 9110, 5.3): it is one all the same. */
    private static int fields(HttpHeaders headers) {
        return headers.headerNames().stream()
                .mapToInt(name -> headers.getOrEmpty(name).size())
                .sum();
    }

    /** From here on everybody may ask for the content type, which Spring parses anew each time. */
    private static boolean hasReadableType(HttpHeaders headers) {
        try {
            headers.getContentType();
            return true;
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return GateOrder.SIZES.position();
    }
}
