// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServerState;

/**
 * Closes a connection whose request head does not arrive in time, be it sent one byte a second: connections that never
 * come to a request would cost the node sockets and its visitors nothing (the attack called Slowloris).
 *
 * <p>First in the pipeline of each connection and confined to its event loop, so a slow TLS handshake counts as well.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private State state = State.QUIET;
    private @Nullable Future<?> deadline;

    private enum State {
        /** No byte of a request has come. How long this may last is another limit. */
        QUIET,
        /** Some bytes have come, but no whole head. */
        HEAD,
        /** A request is being read or answered. */
        REQUEST,
        /** HTTP/2: frames other than requests come at any time, and its codec limits heads. */
        UNLIMITED
    }

    HeadDeadline(Duration patience) {
        this.patience = patience;
    }

    /** Tells the deadline of a connection where its requests begin and end. */
    static void observe(Connection connection, ConnectionObserver.State turn) {
        var channel = connection.channel();
        if (turn.equals(HttpServerState.REQUEST_RECEIVED)) {
            if (channel.parent() instanceof SocketChannel http2) {
                turn(http2, State.UNLIMITED);
            } else {
                turn(channel, State.REQUEST);
            }
        } else if (turn.equals(ConnectionObserver.State.DISCONNECTING)) {
            turn(channel, State.QUIET);
        }
    }

    private static void turn(Channel channel, State next) {
        var head = channel.pipeline().get(HeadDeadline.class);
        if (head != null) {
            channel.eventLoop().execute(() -> head.turn(next));
        }
    }

    private void turn(State next) {
        state = next;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (state == State.QUIET) {
            turn(State.HEAD);
            deadline = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            patience.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        turn(State.QUIET);
        context.fireChannelInactive();
    }
}
