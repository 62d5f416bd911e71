// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.http.server.HttpServer;

/** Limits that the HTTP server itself keeps, for pages and media alike. */
final class HttpLimits implements NettyServerCustomizer {

    private static final int MAX_REQUEST_LINE_BYTES = 8 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    /** The largest body allowed (512 KiB, from a server of the Fediverse) at 8 KiB a second. */
    private static final Duration WHOLE_BODY = Duration.ofSeconds(64);

    /** How long a connection may wait for its next request. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final List<String> COMPRESSED = List.of("text/css", "text/javascript", "application/javascript");

    private final TrustedProxies proxies;
    private final Duration betweenReads;

    HttpLimits(TrustedProxies proxies, Duration betweenReads) {
        this.proxies = proxies;
        this.betweenReads = betweenReads;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.httpRequestDecoder(decoder ->
                        decoder.maxInitialLineLength(MAX_REQUEST_LINE_BYTES).maxHeaderSize(MAX_HEADER_BYTES))
                .childObserve(BodyDeadline.observer(betweenReads, WHOLE_BODY))
                .idleTimeout(IDLE)
                .compress((_, response) -> isCompressed(response.responseHeaders()))
                .forwarded(proxies);
    }

    /**
     * Scripts and styles only: a page holds its forgery token next to text that others wrote, and its compressed length
     * would tell about the token (the attack called BREACH). Playlists see to themselves.
     */
    private static boolean isCompressed(HttpHeaders headers) {
        var type = headers.get(HttpHeaderNames.CONTENT_TYPE, "");
        return COMPRESSED.stream().anyMatch(type::startsWith);
    }
}
