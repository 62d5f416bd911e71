// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** What one chunk stream remembers between chunks: the last header, and the message it is in the middle of. */
final class ChunkStream {
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final int FIRST_BODY_BYTES = 256;

    private boolean extended;
    private long timeField;
    private long timestamp;
    private int length;
    private int type;
    private int messageStreamId;
    private @Nullable ByteBuf partial;

    /** Whether the last time did not fit into three bytes. */
    boolean extended() {
        return extended;
    }

    /** The last time or time difference as it stood on the wire, unsigned 32-bit. */
    long timeField() {
        return timeField;
    }

    int type() {
        return type;
    }

    int length() {
        return length;
    }

    boolean inMessage() {
        return partial != null;
    }

    /** Bytes of the current message that are here already. */
    int arrived() {
        return partial == null ? 0 : partial.readableBytes();
    }

    void time(long field, boolean isExtended) {
        timeField = field;
        extended = isExtended;
    }

    void shape(int messageLength, int messageType) {
        length = messageLength;
        type = messageType;
    }

    void messageStream(int id) {
        messageStreamId = id;
    }

    /** A message starts, and the time field is its time. */
    void startAt() {
        timestamp = timeField;
    }

    /**
     * A message starts, and the time field is the difference to the last one.
     *
     * <p>5.3.1.2.4: also for a type 3 chunk right after a type 0 chunk, whose time field then counts once more. FFmpeg
     * writes streams that way, so this is not an academic rule.
     */
    void startLater() {
        timestamp = (timestamp + timeField) & UNSIGNED_INT;
    }

    /** Takes bytes of the body. Memory follows what arrived; the declared length allocates nothing. */
    void append(ByteBuf in, int bytes, ByteBufAllocator allocator) {
        if (partial == null) {
            int first = Math.min(length, Math.max(bytes, FIRST_BODY_BYTES));
            partial = allocator.buffer(first, length);
        }
        partial.writeBytes(in, bytes);
    }

    /** The collected body; from now on the caller's. */
    ByteBuf takeBody() {
        ByteBuf body = partial;
        if (body == null) {
            throw new IllegalStateException("no message has begun");
        }
        partial = null;
        return body;
    }

    RawMessage message(ByteBuf body) {
        return new RawMessage(type, messageStreamId, timestamp, body);
    }

    /** Forgets the unfinished message, as Abort asks for (5.4.2). */
    void drop() {
        if (partial != null) {
            partial.release();
            partial = null;
        }
    }
}
