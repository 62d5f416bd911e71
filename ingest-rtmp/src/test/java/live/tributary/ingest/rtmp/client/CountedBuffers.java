// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;

/** Buffers of one test, all of which have to be back at its end. */
public final class CountedBuffers {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true, true);

    public UnpooledByteBufAllocator allocator() {
        return allocator;
    }

    public ByteBuf of(byte[] bytes) {
        return allocator.buffer(Math.max(1, bytes.length)).writeBytes(bytes);
    }

    /** In use now. */
    public long bytes() {
        var metric = allocator.metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }

    public void expectAllBack() {
        long missing = bytes();
        if (missing != 0) {
            throw new AssertionError("buffers of %d bytes were not released".formatted(missing));
        }
    }
}
