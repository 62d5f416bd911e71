// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

import live.tributary.ingest.rtmp.Deadlines;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.handshake.HandshakeDone;

/** The connection's two alarms: one for the step it is at, one for silence. */
final class Timeouts extends ChannelInboundHandlerAdapter {
    private final Deadlines deadlines;
    private final ConnectionMeters meters;
    private Duration silenceLimit;
    private @Nullable Future<?> step;
    private @Nullable Future<?> silence;
    private @Nullable ChannelHandlerContext context;

    Timeouts(Deadlines deadlines, ConnectionMeters meters) {
        this.deadlines = deadlines;
        this.meters = meters;
        this.silenceLimit = deadlines.idle();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        startStep("handshake", deadlines.handshake());
        watchSilence(ctx, silenceLimit);
        ctx.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof HandshakeDone) {
            awaitPublish();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancel(step);
        cancel(silence);
        ctx.fireChannelInactive();
    }

    /** The peer has to publish soon. */
    void awaitPublish() {
        silenceLimit = deadlines.idle();
        startStep("publish", deadlines.publish());
    }

    /** We are deciding and do not read: the peer owes us nothing. The decision has a deadline of its own. */
    void deciding() {
        cancel(step);
    }

    /** The peer is on air and has to send a frame soon. */
    void awaitMedia() {
        silenceLimit = deadlines.silence();
        startStep("first media", deadlines.firstMedia());
        if (context != null) {
            cancel(silence);
            watchSilence(context, silenceLimit);
        }
    }

    void mediaArrived() {
        cancel(step);
        step = null;
    }

    private void startStep(String what, Duration limit) {
        cancel(step);
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            step = ctx.executor()
                    .schedule(
                            () -> tooSlow(ctx, "no %s within %d ms".formatted(what, limit.toMillis())),
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void watchSilence(ChannelHandlerContext ctx, Duration delay) {
        silence = ctx.executor().schedule(() -> checkSilence(ctx), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void checkSilence(ChannelHandlerContext ctx) {
        Duration left = silenceLimit.minus(meters.silence());
        if (left.isPositive()) {
            watchSilence(ctx, left.plusMillis(1));
        } else {
            tooSlow(ctx, "not a byte for %d ms".formatted(silenceLimit.toMillis()));
        }
    }

    private static void tooSlow(ChannelHandlerContext ctx, String what) {
        ctx.fireExceptionCaught(RtmpException.connection(Code.TOO_SLOW, what));
    }

    private static void cancel(@Nullable Future<?> alarm) {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
