// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.function.LongSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import live.tributary.ingest.rtmp.message.Acknowledgement;

/** Sees every byte first: counts it, acknowledges it (RTMP 1.0, 5.4.3), and holds the peer to its input rate. */
final class ReceivedBytes extends ChannelInboundHandlerAdapter {
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

    /** Below it, a peer would be acknowledged more than it says. */
    private static final long SMALLEST_WINDOW = 4_096;

    private final ConnectionMeters meters;
    private final InputRate rate;
    private long window = ConnectAnswer.WINDOW_BYTES;
    private long acknowledged;

    ReceivedBytes(ConnectionMeters meters, long bitsPerSecond, LongSupplier nanoClock) {
        this.meters = meters;
        this.rate = new InputRate(bitsPerSecond, nanoClock);
    }

    /** The peer says how far we may be behind with acknowledging. */
    void window(long bytes) {
        window = Math.max(SMALLEST_WINDOW, bytes);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            meters.received(bytes.readableBytes());
            if (!rate.fits(bytes.readableBytes())) {
                bytes.release();
                throw rate.exceeded();
            }
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        // Half a window early, so that a peer that stops at a full window never has to.
        // A peer that does not read gets no more of them: they would wait in our memory.
        if (meters.bytes() - acknowledged >= window / 2 && ctx.channel().isWritable()) {
            acknowledged = meters.bytes();
            var _ = ctx.channel().writeAndFlush(new Acknowledgement(acknowledged & UNSIGNED_INT));
        }
        ctx.fireChannelReadComplete();
    }
}
