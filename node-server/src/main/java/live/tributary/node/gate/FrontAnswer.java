// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
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
    private final Turnstile turnstile;
    private final HttpVersion version;
    private boolean staysOpen;

    /** @param context of {@code turnstile}, which is told when the client has taken the answer */
    FrontAnswer(ChannelHandlerContext context, Turnstile turnstile, HttpRequest request) {
        this.context = context;
        this.turnstile = turnstile;
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
        end(context.writeAndFlush(connected(response)));
    }

    @Override
    public void send(HttpResponse head, FileRegion body) {
        var _ = context.write(connected(head));
        var _ = context.write(body);
        end(context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
    }

    @Override
    public void send(HttpResponse head, ChunkedInput<HttpContent> body) {
        if (context.pipeline().get(CHUNKS) == null) {
            context.pipeline().addBefore(Turnstile.NAME, CHUNKS, new ChunkedWriteHandler());
        }
        var _ = context.write(connected(head));
        end(context.writeAndFlush(body));
    }

    /**
     * The next request waits until the client has taken this answer: who asks and never reads would fill the memory. What a
     * socket takes at once is over at once.
     */
    private void end(ChannelFuture written) {
        written.addListener(done -> turnstile.answered(done.isSuccess() && staysOpen));
    }

    private <T extends HttpResponse> T connected(T response) {
        staysOpen &= !turnstile.isClosing();
        HttpUtil.setKeepAlive(response.headers(), version, staysOpen);
        return response;
    }
}
