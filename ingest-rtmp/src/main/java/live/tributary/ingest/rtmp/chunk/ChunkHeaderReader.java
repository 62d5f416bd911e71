// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.util.Collection;

import io.netty.buffer.ByteBuf;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import org.jspecify.annotations.Nullable;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/** Reads chunk headers (5.3.1) and keeps what later, shorter headers lean on. */
final class ChunkHeaderReader {
    /** How much of the message header is written out (5.3.1.2). */
    private static final int FULL = 0;

    private static final int SAME_STREAM = 1;
    private static final int NOTHING = 3;

    private static final int[] MESSAGE_HEADER_BYTES = {11, 7, 3, 0};

    /** Three bytes that say: the time does not fit here, four more follow (5.3.1.3). */
    private static final int EXTENDED = 0xFFFFFF;

    private static final int EXTENDED_BYTES = 4;

    private final int maxStreams;
    private final IntObjectMap<ChunkStream> streams = new IntObjectHashMap<>();

    ChunkHeaderReader(int maxStreams) {
        this.maxStreams = maxStreams;
    }

    Collection<ChunkStream> streams() {
        return streams.values();
    }

    @Nullable
    ChunkStream find(int chunkStreamId) {
        return streams.get(chunkStreamId);
    }

    /** Reads one header if all of it is here; else leaves the buffer as it was and returns null. */
    @Nullable
    ChunkStream read(ByteBuf in) {
        if (!in.isReadable()) {
            return null;
        }
        int first = in.getUnsignedByte(in.readerIndex());
        int format = first >> 6;
        int basicBytes = basicHeaderBytes(first);
        int bytes = basicBytes + MESSAGE_HEADER_BYTES[format];
        if (in.readableBytes() < bytes) {
            return null;
        }
        int id = chunkStreamId(in, first, basicBytes);
        ChunkStream stream = streamFor(id, format);
        int extendedBytes = extendedBytes(in, in.readerIndex() + basicBytes, format, stream);
        if (in.readableBytes() < bytes + extendedBytes) {
            return null;
        }
        in.skipBytes(basicBytes);
        streams.put(id, stream);
        take(in, format, stream, extendedBytes > 0);
        return stream;
    }

    /** 5.3.1.1: ids up to 63 take one byte, up to 319 two, up to 65,599 three. */
    private static int basicHeaderBytes(int first) {
        int id = first & 0x3F;
        return id == 0 ? 2 : id == 1 ? 3 : 1;
    }

    private static int chunkStreamId(ByteBuf in, int first, int basicBytes) {
        int index = in.readerIndex();
        return switch (basicBytes) {
            case 1 -> first & 0x3F;
            case 2 -> in.getUnsignedByte(index + 1) + 64;
            default -> in.getUnsignedByte(index + 2) * 256 + in.getUnsignedByte(index + 1) + 64;
        };
    }

    private ChunkStream streamFor(int id, int format) {
        ChunkStream known = streams.get(id);
        if (known == null) {
            // A type 1 header says all but the message stream, which we do not need; some encoders start with one.
            if (format > SAME_STREAM) {
                throw bad("chunk stream starts without a full header");
            }
            if (streams.size() >= maxStreams) {
                throw RtmpException.connection(Code.TOO_LARGE, "more than %d chunk streams".formatted(maxStreams));
            }
            return new ChunkStream();
        }
        if (known.inMessage() && format != NOTHING) {
            throw bad("new header inside a message");
        }
        return known;
    }

    private static int extendedBytes(ByteBuf in, int headerIndex, int format, ChunkStream stream) {
        boolean extended = format == NOTHING
                ? stream.extended() && repeatsExtended(in, headerIndex, stream.timeField())
                : in.getUnsignedMedium(headerIndex) == EXTENDED;
        return extended ? EXTENDED_BYTES : 0;
    }

    /**
     * Whether the bytes after a type 3 header repeat the extended timestamp (5.3.1.3). Older encoders leave it out, so
     * what is there decides: four equal bytes are a header. As long as too few bytes are here and these agree, we wait.
     */
    private static boolean repeatsExtended(ByteBuf in, int index, long timeField) {
        int here = Math.min(EXTENDED_BYTES, in.writerIndex() - index);
        for (int i = 0; i < here; i++) {
            int expected = (int) (timeField >> (24 - 8 * i)) & 0xFF;
            if (in.getUnsignedByte(index + i) != expected) {
                return false;
            }
        }
        return true;
    }

    private static void take(ByteBuf in, int format, ChunkStream stream, boolean extended) {
        long field = format == NOTHING ? stream.timeField() : in.readUnsignedMedium();
        if (format <= SAME_STREAM) {
            stream.shape(in.readUnsignedMedium(), in.readUnsignedByte());
        }
        if (format == FULL) {
            stream.messageStream(in.readIntLE());
        }
        if (extended) {
            field = in.readUnsignedInt();
        }
        if (format != NOTHING) {
            stream.time(field, extended);
        }
        if (format == FULL) {
            stream.startAt();
        } else if (!stream.inMessage()) {
            stream.startLater();
        }
    }

    private static RtmpException bad(String what) {
        return RtmpException.connection(Code.BAD_CHUNK, what);
    }
}
