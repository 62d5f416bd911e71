// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

import live.tributary.node.gate.FrontReply;
import live.tributary.transcoder.hls.Encoding;

/**
 * One request and its answer. Every answer, also a refusal, may be read by any page: nothing here depends on who asks.
 * <p>Keeps of the request what its answer depends on, and not the request: a node holds thousands. Confined to the event
 * loop of its connection.
 */
final class Exchange {

    private static final AsciiString METHODS = AsciiString.cached("GET, HEAD, OPTIONS");

    /** What players of other pages send: where they may not, they ask for no media at all. */
    private static final AsciiString ALLOWED_HEADERS =
            AsciiString.cached("Range, CMCD-Object, CMCD-Request, CMCD-Session, CMCD-Status");

    private static final AsciiString EXPOSED_HEADERS = AsciiString.cached("Date, Age");
    private static final AsciiString ANYBODY = AsciiString.cached("*");
    private static final AsciiString NOTHING = AsciiString.cached("0");

    /** All names and values are ours. */
    private static final DefaultHttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private final FrontReply reply;
    private final Serving serving;
    private final boolean headOnly;
    private final Encoding acceptedEncoding;
    private final @Nullable String range;
    private final @Nullable String known;

    Exchange(HttpRequest request, FrontReply reply, Serving serving) {
        this.reply = reply;
        this.serving = serving;
        this.headOnly = request.method().equals(HttpMethod.HEAD);
        this.acceptedEncoding = AcceptedEncoding.of(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING));
        this.range = request.headers().get(HttpHeaderNames.RANGE);
        this.known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
    }

    /** The connection, or the stream in HTTP/2. */
    Channel channel() {
        return reply.channel();
    }

    Encoding acceptedEncoding() {
        return acceptedEncoding;
    }

    /** {@code Range} as it came. */
    @Nullable
    String range() {
        return range;
    }

    /** {@code If-None-Match} as it came. */
    @Nullable
    String known() {
        return known;
    }

    /** Headers of every answer, to be added to. */
    HttpHeaders headers() {
        return HEADERS.newHeaders()
                .set(HttpHeaderNames.DATE, serving.date().now())
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)
                .set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
    }

    /** Answers 200 with {@code body}, which is taken over. */
    void send(HttpHeaders headers, ByteBuf body) {
        send(HttpResponseStatus.OK, headers, body);
    }

    void send(HttpResponseStatus status, HttpHeaders headers, ByteBuf body) {
        var length = body.readableBytes();
        headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(length));
        if (headOnly) {
            body.release();
            sendEmpty(status, headers);
            return;
        }
        begin(length);
        reply.send(response(status, headers, body));
    }

    /** What the client has is still right. */
    void unchanged(HttpHeaders headers) {
        sendEmpty(HttpResponseStatus.NOT_MODIFIED, headers);
    }

    /**
     * The same from files. Over plain HTTP/1.1 the kernel sends a body that is one piece of one file; what is put together
     * of several, and what TLS or HTTP/2 change on its way, is read as the connection takes it. Both block the event loop
     * only for what is not in the page cache, as any web server's file sending does.
     */
    void send(HttpResponseStatus status, HttpHeaders headers, StoredBody body) {
        headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length()));
        if (headOnly) {
            sendEmpty(status, headers);
            return;
        }
        begin(body.length());
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers);
        if (body.isOnePiece() && reply.takesFiles()) {
            reply.send(head, body.region());
        } else {
            reply.send(head, new HttpChunkedInput(new StoredChunks(body)));
        }
    }

    private void begin(int bodyBytes) {
        serving.metrics().answered(bodyBytes);
        SlowReaderGuard.guard(channel(), serving.noProgressTimeout(), serving.metrics());
    }

    void refuse(Refusal refusal) {
        refuse(refusal, headers());
    }

    void refuse(Refusal refusal, HttpHeaders headers) {
        serving.metrics().refused(refusal);
        headers.set(HttpHeaderNames.CACHE_CONTROL, refusal.caching()).set(HttpHeaderNames.CONTENT_LENGTH, NOTHING);
        switch (refusal) {
            case NOT_YET -> headers.set(HttpHeaderNames.RETRY_AFTER, "1");
            case METHOD -> headers.set(HttpHeaderNames.ALLOW, METHODS);
            case NOT_FOUND, CONTRADICTORY, RANGE -> {
                // Their status says all.
            }
        }
        sendEmpty(HttpResponseStatus.valueOf(refusal.status()), headers);
    }

    /** Answers a preflight, or anybody who asks what may be done here. */
    void allow() {
        sendEmpty(
                HttpResponseStatus.NO_CONTENT,
                headers()
                        .set(HttpHeaderNames.ALLOW, METHODS)
                        .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                        .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                        .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "86400"));
    }

    private void sendEmpty(HttpResponseStatus status, HttpHeaders headers) {
        reply.send(response(status, headers, Unpooled.EMPTY_BUFFER));
    }

    private static DefaultFullHttpResponse response(HttpResponseStatus status, HttpHeaders headers, ByteBuf body) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, headers, EmptyHttpHeaders.INSTANCE);
    }
}
