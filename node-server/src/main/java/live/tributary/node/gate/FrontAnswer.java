// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.stream.ChunkedInput;
import io.netty.handler.stream.ChunkedWriteHandler;

/** The answer to one request of a front route. Confined to the event loop of its connection. */
final class FrontAnswer implements FrontReply {

    private static final String CHUNKS = "tributary.chunks";

    private final ChannelHandlerContext context;
    private final Runnable answered;
    private final HttpVersion version;
    private final boolean staysOpen;

    /**
     * @param context of the connection's {@link Turnstile}
     * @param answered told when the next request may be answered; never, where the connection is closed instead
     */
    FrontAnswer(ChannelHandlerContext context, HttpRequest request, Runnable answered) {
        this.context = context;
        this.answered = answered;
        this.version = request.protocolVersion();
        // Where a body may still come, its end need not be looked for.
        this.staysOpen = HttpUtil.isKeepAlive(request) && !BodyDeadline.announcesBody(request.headers());
    }

    @Override
    public Channel channel() {
        return context.channel();
    }

    @Override
    public boolean takesFiles() {
        return !FrontDoor.isStream(channel()) && context.pipeline().get(SslHandler.class) == null;
    }

    @Override
    public void send(FullHttpResponse response) {
        endAtOnce(context.writeAndFlush(connected(response)));
    }

    @Override
    public void send(HttpResponse head, FileRegion body) {
        var _ = context.write(connected(head));
        var _ = context.write(body);
        endAtOnce(context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
    }

    @Override
    public void send(HttpResponse head, ChunkedInput<HttpContent> body) {
        if (context.pipeline().get(CHUNKS) == null) {
            context.pipeline().addBefore(Turnstile.NAME, CHUNKS, new ChunkedWriteHandler());
        }
        var _ = context.write(connected(head));
        var written = context.writeAndFlush(body);
        closeIfNeeded(written);
        written.addListener(_ -> next());
    }

    /** What was written keeps its order, so the next request need not wait for the client to take it. */
    private void endAtOnce(ChannelFuture written) {
        closeIfNeeded(written);
        next();
    }

    private void closeIfNeeded(ChannelFuture written) {
        written.addListener(staysOpen ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }

    private void next() {
        if (staysOpen) {
            answered.run();
        }
    }

    private <T extends HttpResponse> T connected(T response) {
        HttpUtil.setKeepAlive(response.headers(), version, staysOpen);
        return response;
    }
}
