// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/** Set Chunk Size (5.4.1). */
final class ChunkSize {
    /** Both sides start with this. */
    static final int INITIAL = 128;

    /** No message is longer, so larger sizes are all the same to the specification, and to us. */
    static final int LARGEST = 0xFFFFFF;

    private ChunkSize() {}

    /** The size in a message body, which stays unread. */
    static int read(ByteBuf body) {
        if (body.readableBytes() < Integer.BYTES) {
            throw RtmpException.connection(
                    Code.BAD_MESSAGE, "Set Chunk Size of %d bytes".formatted(body.readableBytes()));
        }
        // The first bit must be zero: with it set the number is negative here.
        int size = body.getInt(body.readerIndex());
        if (size < 1) {
            throw RtmpException.connection(Code.BAD_CHUNK, "chunk size " + Integer.toUnsignedString(size));
        }
        return Math.min(size, LARGEST);
    }
}
