// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/**
 * {@link RawMessage}s to bytes. We say little, so every message gets a full header; only the bodies are cut. Our own Set
 * Chunk Size holds from the message after it (5.4.1).
 */
public final class ChunkEncoder extends MessageToByteEncoder<RawMessage> {
    /** 5.4: control messages have chunk stream 2 and message stream 0. */
    private static final int CONTROL_STREAM = 2;

    private static final int COMMAND_STREAM = 3;
    private static final int CONTINUATION = 3 << 6;
    private static final int EXTENDED = 0xFFFFFF;

    private int chunkSize = ChunkSize.INITIAL;

    public ChunkEncoder() {
        super(RawMessage.class);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, RawMessage message, ByteBuf out) {
        ByteBuf body = message.content();
        int chunkStream = message.type() <= MessageType.SET_PEER_BANDWIDTH ? CONTROL_STREAM : COMMAND_STREAM;
        boolean setsChunkSize = message.type() == MessageType.SET_CHUNK_SIZE;
        int nextChunkSize = setsChunkSize ? ChunkSize.read(body) : chunkSize;
        header(message, chunkStream, out);
        out.writeBytes(body, Math.min(chunkSize, body.readableBytes()));
        while (body.isReadable()) {
            out.writeByte(CONTINUATION | chunkStream);
            extendedTimestamp(message.timestamp(), out);
            out.writeBytes(body, Math.min(chunkSize, body.readableBytes()));
        }
        chunkSize = nextChunkSize;
    }

    private static void header(RawMessage message, int chunkStream, ByteBuf out) {
        out.writeByte(chunkStream);
        out.writeMedium((int) Math.min(message.timestamp(), EXTENDED));
        out.writeMedium(message.content().readableBytes());
        out.writeByte(message.type());
        out.writeIntLE(message.streamId());
        extendedTimestamp(message.timestamp(), out);
    }

    private static void extendedTimestamp(long timestamp, ByteBuf out) {
        if (timestamp >= EXTENDED) {
            out.writeInt((int) timestamp);
        }
    }
}
