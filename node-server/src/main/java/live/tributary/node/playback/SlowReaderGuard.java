// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import org.jspecify.annotations.Nullable;

/**
 * Disconnects a viewer that takes nothing while we have something for it: what it does not take is media that the
 * window has already let go of. It looks only while output is pending, so an idle connection costs no timer.
 * <p>One for each connection, confined to its event loop.
 */
final class SlowReaderGuard extends ChannelDuplexHandler {

    private static final String NAME = "slow-reader-guard";
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    /**
     * One answer may take so long at most, or many who trickle would hold as many old segments. A live player has no use
     * for a segment that comes slower: the window has let go of it long before.
     */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    /** Looks in one timeout, so that a silent viewer is found at most an eighth too late. */
    private static final int LOOKS = 8;

    private final Duration noProgress;
    private final PlaybackMetrics metrics;
    private boolean looking;
    private long pendingBytes;
    private long takenBytes;
    private long progressNanos;
    private int answerIdentity;
    private long answerNanos;

    private SlowReaderGuard(Duration noProgress, PlaybackMetrics metrics) {
        this.noProgress = noProgress;
        this.metrics = metrics;
    }

    /** Guards the connection of a media request, from its first one on. */
    static void guard(Channel channel, Duration noProgress, PlaybackMetrics metrics) {
        var connection = HeldLimits.connection(channel);
        if (connection.pipeline().get(NAME) == null) {
            connection.config().setWriteBufferWaterMark(WATER_MARK);
            connection.pipeline().addFirst(NAME, new SlowReaderGuard(noProgress, metrics));
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (!looking && isPending(context.channel().unsafe().outboundBuffer())) {
            progressNanos = System.nanoTime();
            answerIdentity = 0;
            lookLater(context);
        }
    }

    private void lookLater(ChannelHandlerContext context) {
        looking = true;
        var _ = context.executor().schedule(() -> look(context), noProgress.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        looking = false;
        var output = context.channel().unsafe().outboundBuffer();
        if (output == null || !isPending(output)) {
            return;
        }
        var now = System.nanoTime();
        compare(output, now);
        if (now - progressNanos >= noProgress.toNanos() || now - answerNanos >= LONGEST_ANSWER.toNanos()) {
            metrics.disconnectedSlowViewer();
            var _ = context.close();
        } else {
            lookLater(context);
        }
    }

    /** Pending bytes count whole messages only; how much of the one being written was taken is told apart. */
    private void compare(ChannelOutboundBuffer output, long nowNanos) {
        var pending = output.totalPendingWriteBytes();
        var taken = output.currentProgress();
        var identity = System.identityHashCode(output.current());
        // Netty recycles its views of buffers: the same object with less taken is another answer.
        if (identity != answerIdentity || taken < takenBytes) {
            answerNanos = nowNanos;
        }
        if (pending != pendingBytes || taken != takenBytes) {
            progressNanos = nowNanos;
        }
        pendingBytes = pending;
        takenBytes = taken;
        answerIdentity = identity;
    }

    private static boolean isPending(@Nullable ChannelOutboundBuffer output) {
        return output != null && output.totalPendingWriteBytes() > 0;
    }
}
