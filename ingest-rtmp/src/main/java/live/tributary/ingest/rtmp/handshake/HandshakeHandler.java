// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.util.List;
import java.util.random.RandomGenerator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/**
 * Answers C0 and C1 in one flush, swallows C2, tells the pipeline {@link HandshakeDone}, and leaves it. Bytes that came
 * behind C2 go on to the next handler.
 */
public final class HandshakeHandler extends ByteToMessageDecoder {
    private static final int PLAIN_VERSION = 3;
    private static final int C0_C1_BYTES = 1 + HandshakeAnswer.PACKET_BYTES;

    private final RandomGenerator random;
    private boolean answered;

    public HandshakeHandler(RandomGenerator random) {
        this.random = random;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!answered) {
            answer(ctx, in);
        } else if (in.readableBytes() >= HandshakeAnswer.PACKET_BYTES) {
            // C2 ought to repeat S1. Several encoders send something else, and nothing depends on it.
            in.skipBytes(HandshakeAnswer.PACKET_BYTES);
            ctx.fireUserEventTriggered(new HandshakeDone());
            ctx.pipeline().remove(this);
        }
    }

    private void answer(ChannelHandlerContext ctx, ByteBuf in) {
        if (in.isReadable() && in.getByte(in.readerIndex()) != PLAIN_VERSION) {
            // 6 is RTMPE, an encryption long broken; anything else is no RTMP (5.2.2).
            int version = in.readUnsignedByte();
            in.skipBytes(in.readableBytes());
            throw RtmpException.connection(Code.BAD_HANDSHAKE, "version %d is not RTMP".formatted(version));
        }
        if (in.readableBytes() < C0_C1_BYTES) {
            return;
        }
        in.skipBytes(1);
        byte[] c1 = new byte[HandshakeAnswer.PACKET_BYTES];
        in.readBytes(c1);
        ByteBuf reply = ctx.alloc().buffer(1 + 2 * HandshakeAnswer.PACKET_BYTES);
        var _ = ctx.writeAndFlush(reply.writeByte(PLAIN_VERSION).writeBytes(HandshakeAnswer.to(c1, random)));
        answered = true;
    }
}
