// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import live.tributary.transcoder.hls.Encoding;

/**
 * One request and its answer. Every answer, also a refusal, may be read by any page: nothing here depends on who asks.
 */
final class Exchange {

    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** What players of other pages send: where they may not, they ask for no media at all. */
    private static final String ALLOWED_HEADERS = "Range, CMCD-Object, CMCD-Request, CMCD-Session, CMCD-Status";

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Serving serving;

    Exchange(HttpServerRequest request, HttpServerResponse response, Serving serving) {
        this.request = request;
        this.response = response;
        this.serving = serving;
    }

    Channel channel() {
        var connection = new Channel[1];
        request.withConnection(c -> connection[0] = c.channel());
        return Objects.requireNonNull(connection[0]);
    }

    HttpMethod method() {
        return request.method();
    }

    String uri() {
        return request.uri();
    }

    Encoding acceptedEncoding() {
        return AcceptedEncoding.of(requestHeader(HttpHeaderNames.ACCEPT_ENCODING));
    }

    @Nullable
    String requestHeader(CharSequence name) {
        return request.requestHeaders().get(name);
    }

    Exchange header(CharSequence name, CharSequence value) {
        response.header(name, value);
        return this;
    }

    /** Answers 200 with {@code body}, which is taken over. */
    Mono<Void> send(ByteBuf body) {
        return send(HttpResponseStatus.OK, body);
    }

    Mono<Void> send(HttpResponseStatus status, ByteBuf body) {
        var length = body.readableBytes();
        begin(status.code()).header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(length));
        if (method().equals(HttpMethod.HEAD)) {
            body.release();
            return response.send();
        }
        serving.metrics().answered(length);
        SlowReaderGuard.guard(channel(), serving.noProgressTimeout(), serving.metrics());
        return response.sendObject(body).then();
    }

    /** What the client has is still right. */
    Mono<Void> unchanged() {
        return begin(HttpResponseStatus.NOT_MODIFIED.code()).send();
    }

    /**
     * The same from files. Over plain HTTP/1.1 the kernel sends a body that is one piece of one file; what is put together
     * of several, and what TLS or HTTP/2 change on its way, is read as the connection takes it. Both block the event loop
     * only for what is not in the page cache, as any web server's file sending does.
     */
    Mono<Void> send(HttpResponseStatus status, StoredBody body) {
        begin(status.code()).header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length()));
        if (method().equals(HttpMethod.HEAD)) {
            return response.send();
        }
        serving.metrics().answered(body.length());
        SlowReaderGuard.guard(channel(), serving.noProgressTimeout(), serving.metrics());
        if (body.isOnePiece() && sendsFiles()) {
            return response.sendObject(body.region()).then();
        }
        ChunkWriter.addTo(channel());
        return response.sendObject(new StoredChunks(body)).then();
    }

    private boolean sendsFiles() {
        var pipeline = channel().pipeline();
        return HeldLimits.connection(channel()).equals(channel())
                && pipeline.get(SslHandler.class) == null
                && pipeline.get(NettyPipeline.CompressionHandler) == null;
    }

    Mono<Void> refuse(Refusal refusal) {
        serving.metrics().refused(refusal);
        begin(refusal.status())
                .header(HttpHeaderNames.CACHE_CONTROL, refusal.caching())
                .header(HttpHeaderNames.CONTENT_LENGTH, "0");
        switch (refusal) {
            case NOT_YET -> response.header(HttpHeaderNames.RETRY_AFTER, "1");
            case METHOD -> response.header(HttpHeaderNames.ALLOW, METHODS);
            case NOT_FOUND, CONTRADICTORY, RANGE -> {
                // Their status says all.
            }
        }
        return response.send();
    }

    /** Answers a preflight, or anybody who asks what may be done here. */
    Mono<Void> allow() {
        return begin(HttpResponseStatus.NO_CONTENT.code())
                .header(HttpHeaderNames.ALLOW, METHODS)
                .header(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .header(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                .header(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "86400")
                .send();
    }

    /** Headers of every answer. Not written earlier, because a request that is held would keep them on the heap. */
    private HttpServerResponse begin(int status) {
        return response.status(status)
                .header(HttpHeaderNames.DATE, serving.date().now())
                .header(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Date, Age");
    }
}
