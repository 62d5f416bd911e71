// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;

/**
 * Room for one part, handed out by {@link WindowWriter#newPart} and written once by the packager.
 * <p>Whoever asked for it owns it until {@link WindowWriter#addPart} takes it over; one that is not added is closed.
 */
public final class PartBuffer implements AutoCloseable {

    private final ByteBuf buffer;
    private final ByteBuffer bytes;
    private boolean owned = true;

    PartBuffer(ByteBuf buffer, int length) {
        this.buffer = buffer.writerIndex(length);
        this.bytes = buffer.nioBuffer(0, length);
    }

    /** The room: direct, big-endian, position 0, exactly as long as asked for. Must be written in full. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Takes the bytes over; {@link #close} then does nothing. */
    ByteBuf take() {
        if (!owned || bytes.hasRemaining()) {
            throw new IllegalStateException("part taken twice or %d bytes unwritten".formatted(bytes.remaining()));
        }
        owned = false;
        return buffer;
    }

    @Override
    public void close() {
        if (owned) {
            owned = false;
            buffer.release();
        }
    }
}
