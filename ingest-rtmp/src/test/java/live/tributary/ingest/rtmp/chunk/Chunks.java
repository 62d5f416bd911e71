// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;

import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.client.CountedBuffers;

/** A chunk decoder in a channel, in a time of its own, that gives back every buffer; messages come out as lines of text. */
final class Chunks implements AutoCloseable {
    final AtomicLong nanos = new AtomicLong();
    final ChunkDecoder decoder;
    private final CountedBuffers buffers = new CountedBuffers();
    private final EmbeddedChannel channel;

    Chunks(MessageLimits limits) {
        decoder = new ChunkDecoder(limits, nanos::get);
        channel = new EmbeddedChannel(decoder);
        channel.config().setAllocator(buffers.allocator());
    }

    Chunks send(byte... bytes) {
        channel.writeInbound(buffers.of(bytes));
        return this;
    }

    /** Type, message stream, time, body. */
    List<String> messages() {
        var lines = new ArrayList<String>();
        for (RawMessage message = channel.readInbound(); message != null; message = channel.readInbound()) {
            lines.add("%d on %d @%d %s"
                    .formatted(
                            message.type(),
                            message.streamId(),
                            message.timestamp(),
                            ByteBufUtil.hexDump(message.content())));
            message.release();
        }
        return lines;
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        buffers.expectAllBack();
    }
}
