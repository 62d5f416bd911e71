// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.DefaultByteBufHolder;

/** A whole message, not yet understood. Owns its body: whoever takes it releases it. */
public final class RawMessage extends DefaultByteBufHolder {
    private final int type;
    private final int streamId;
    private final long timestamp;

    /**
     * @param type message type id (5.4 and 7.1)
     * @param streamId message stream id
     * @param timestamp unsigned 32-bit milliseconds
     */
    public RawMessage(int type, int streamId, long timestamp, ByteBuf body) {
        super(body);
        this.type = type;
        this.streamId = streamId;
        this.timestamp = timestamp;
    }

    public int type() {
        return type;
    }

    public int streamId() {
        return streamId;
    }

    public long timestamp() {
        return timestamp;
    }

    @Override
    public RawMessage replace(ByteBuf body) {
        return new RawMessage(type, streamId, timestamp, body);
    }
}
