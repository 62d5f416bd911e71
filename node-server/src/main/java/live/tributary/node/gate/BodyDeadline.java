// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerState;

/**
 * Closes a connection whose request body trickles. In the pipeline only while a body comes, so that requests without one,
 * which are nearly all, cost nothing. The server's own timers are set for every request, and outlive one that is answered
 * before its last chunk was seen: a player that asks five times a second left hundreds of them.
 *
 * <p>Confined to the event loop of its connection, or of its stream in HTTP/2.
 */
final class BodyDeadline extends ChannelInboundHandlerAdapter {

    private static final String NAME = "tributary.bodyDeadline";

    private final long betweenReads;
    private final long whole;
    private final long began = System.nanoTime();
    private long lastRead = began;
    private @Nullable Future<?> check;

    private BodyDeadline(Duration betweenReads, Duration whole) {
        this.betweenReads = betweenReads.toNanos();
        this.whole = whole.toNanos();
    }

    /**
     * Hears of requests.
     *
     * @param betweenReads longest silence within a body
     * @param whole longest time for all of it
     */
    static ConnectionObserver observer(Duration betweenReads, Duration whole) {
        return (connection, turn) -> {
            if (turn.equals(HttpServerState.REQUEST_RECEIVED)
                    && connection instanceof HttpServerRequest request
                    && announcesBody(request.requestHeaders())) {
                begin(connection, new BodyDeadline(betweenReads, whole));
            } else if (turn.equals(ConnectionObserver.State.DISCONNECTING)) {
                end(connection);
            }
        };
    }

    /** RFC 9112, 6. */
    static boolean announcesBody(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || !"0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"));
    }

    private static void begin(Connection connection, BodyDeadline deadline) {
        var pipeline = connection.channel().pipeline();
        if (pipeline.get(NAME) == null && pipeline.get(NettyPipeline.ReactiveBridge) != null) {
            pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, deadline);
        }
    }

    /** It was answered; what may still come of it is another matter. */
    private static void end(Connection connection) {
        var pipeline = connection.channel().pipeline();
        if (pipeline.get(NAME) != null) {
            pipeline.remove(NAME);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        checkIn(context, Math.min(betweenReads, whole));
    }

    private void checkIn(ChannelHandlerContext context, long nanos) {
        check = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        long now = System.nanoTime();
        long left = Math.min(lastRead + betweenReads - now, began + whole - now);
        if (left > 0) {
            checkIn(context, left);
        } else {
            var _ = context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        lastRead = System.nanoTime();
        if (message instanceof LastHttpContent) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
    }
}
