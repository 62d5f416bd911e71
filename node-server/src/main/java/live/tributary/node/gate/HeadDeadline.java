// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request head does not arrive in time, whether nothing of it comes or one byte a second:
 * connections that never come to a request would cost the node sockets and its visitors nothing (the attack called
 * Slowloris).
 *
 * <p>First in the pipeline of each connection and confined to its event loop, so a slow TLS handshake counts as well.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final long patience;
    private State state = State.QUIET;
    private long headBegan;
    private @Nullable Future<?> check;

    private enum State {
        /** No byte of the next request has come. How long this may last is another limit. */
        QUIET,
        /** The first request has not come, or some bytes of one, but no whole head. */
        HEAD,
        /** A request is being read or answered. */
        REQUEST,
        /** HTTP/2: frames other than requests come at any time, and its codec limits heads. */
        UNLIMITED
    }

    HeadDeadline(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** From now on other frames than requests come, at any time. */
    HeadDeadline unlimited() {
        state = State.UNLIMITED;
        return this;
    }

    void requestBegan() {
        turn(State.REQUEST);
    }

    void requestEnded() {
        turn(State.QUIET);
    }

    private void turn(State next) {
        if (state != State.UNLIMITED) {
            state = next;
        }
    }

    /** A connection that asks for nothing takes a place that others need. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (state == State.QUIET) {
            begin(context);
        }
        context.fireChannelRead(bytes);
    }

    private void begin(ChannelHandlerContext context) {
        state = State.HEAD;
        headBegan = System.nanoTime();
        if (check == null) {
            checkIn(context, patience);
        }
    }

    /** One timer for many heads: a player that asks five times a second would set and clear it as often. */
    private void checkIn(ChannelHandlerContext context, long nanos) {
        check = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        check = null;
        if (state != State.HEAD) {
            return;
        }
        long left = headBegan + patience - System.nanoTime();
        if (left > 0) {
            checkIn(context, left);
        } else {
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
        context.fireChannelInactive();
    }
}
