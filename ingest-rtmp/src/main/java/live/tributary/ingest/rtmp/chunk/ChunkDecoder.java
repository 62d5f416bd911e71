// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.util.List;
import java.util.function.LongSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/**
 * Bytes to {@link RawMessage}s (5.3). Obeys Set Chunk Size and Abort itself before it hands them on: they change how
 * the very next byte is read, so they cannot wait for anybody.
 */
public final class ChunkDecoder extends ByteToMessageDecoder {
    private final MessageLimits limits;
    private final ChunkHeaderReader headers;
    private final SmallChunks smallChunks;
    private int chunkSize = ChunkSize.INITIAL;
    private int unfinishedBytes;
    private boolean trusted;
    private boolean broken;

    /** The chunk we are in the middle of, and how many of its bytes are still to come. */
    private @Nullable ChunkStream current;

    private int chunkRemaining;

    /** The clock is any monotonic one in nanoseconds. */
    public ChunkDecoder(MessageLimits limits, LongSupplier nanoClock) {
        this.limits = limits;
        this.headers = new ChunkHeaderReader(limits.chunkStreams());
        this.smallChunks = new SmallChunks(limits.smallChunksPerSecond(), nanoClock);
    }

    /** From now on the larger limits hold: the peer asked to publish, and its next bytes may be media. */
    public void trust() {
        trusted = true;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            decodeSome(ctx, in, out);
        } catch (RtmpException offence) {
            // Nothing after this can be trusted, and it would be offered to us once more while the connection closes.
            broken = true;
            throw offence;
        }
    }

    private void decodeSome(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        ChunkStream stream = current == null ? startChunk(in) : current;
        if (stream == null) {
            return;
        }
        if (comesWhole(stream, in)) {
            current = null;
            finish(stream, in.readRetainedSlice(stream.length()), out);
        } else {
            collect(ctx, stream, in, out);
        }
    }

    private @Nullable ChunkStream startChunk(ByteBuf in) {
        ChunkStream stream = headers.read(in);
        if (stream == null) {
            return null;
        }
        if (!stream.inMessage()) {
            checkLength(stream);
        }
        if (chunkSize < ChunkSize.INITIAL) {
            smallChunks.spend();
        }
        current = stream;
        chunkRemaining = Math.min(chunkSize, stream.length() - stream.arrived());
        return stream;
    }

    /** The usual case, which needs no copy: a message in one chunk, and all of it here. */
    private boolean comesWhole(ChunkStream stream, ByteBuf in) {
        return !stream.inMessage() && chunkRemaining == stream.length() && in.readableBytes() >= stream.length();
    }

    private void collect(ChannelHandlerContext ctx, ChunkStream stream, ByteBuf in, List<Object> out) {
        int bytes = Math.min(chunkRemaining, in.readableBytes());
        if (bytes == 0) {
            return;
        }
        account(bytes);
        stream.append(in, bytes, ctx.alloc());
        chunkRemaining -= bytes;
        if (chunkRemaining == 0) {
            current = null;
        }
        if (stream.arrived() == stream.length()) {
            unfinishedBytes -= stream.length();
            finish(stream, stream.takeBody(), out);
        }
    }

    private void account(int bytes) {
        unfinishedBytes += bytes;
        int limit = trusted ? limits.partialBytes() : limits.unauthenticatedBytes();
        if (unfinishedBytes > limit) {
            throw RtmpException.connection(
                    Code.TOO_LARGE, "more than %d bytes of unfinished messages".formatted(limit));
        }
    }

    private void checkLength(ChunkStream stream) {
        int limit = switch (stream.type()) {
            case MessageType.VIDEO -> limits.videoBytes();
            case MessageType.AUDIO -> limits.audioBytes();
            default -> limits.commandBytes();
        };
        if (!trusted) {
            limit = Math.min(limit, limits.unauthenticatedBytes());
        }
        if (stream.length() > limit) {
            throw RtmpException.connection(
                    Code.TOO_LARGE,
                    "message of type %d with %d bytes, limit %d".formatted(stream.type(), stream.length(), limit));
        }
    }

    private void finish(ChunkStream stream, ByteBuf body, List<Object> out) {
        RawMessage message = stream.message(body);
        try {
            obey(message);
        } catch (RtmpException refusal) {
            message.release();
            throw refusal;
        }
        out.add(message);
    }

    private void obey(RawMessage message) {
        ByteBuf body = message.content();
        if (message.type() == MessageType.SET_CHUNK_SIZE) {
            chunkSize = ChunkSize.read(body);
        } else if (message.type() == MessageType.ABORT && body.readableBytes() >= Integer.BYTES) {
            abort(headers.find(body.getInt(body.readerIndex())));
        }
    }

    private void abort(@Nullable ChunkStream stream) {
        if (stream != null) {
            unfinishedBytes -= stream.arrived();
            stream.drop();
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) {
        headers.streams().forEach(ChunkStream::drop);
    }
}
