// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;

/** The direct memory of all windows of a node: one pool, because parts of all broadcasts have like sizes. */
public final class WindowMemory {

    private final PooledByteBufAllocator allocator;

    public WindowMemory() {
        allocator = new PooledByteBufAllocator(true);
    }

    /** Direct memory that the pool holds now, in bytes, free room inside it included. */
    public long usedBytes() {
        return allocator.metric().usedDirectMemory();
    }

    /** Buffers that windows or their readers hold now. */
    public long activeBuffers() {
        return allocator.metric().directArenas().stream()
                .mapToLong(PoolArenaMetric::numActiveAllocations)
                .sum();
    }

    ByteBuf allocate(int bytes) {
        return allocator.directBuffer(bytes, bytes);
    }

    ByteBufAllocator allocator() {
        return allocator;
    }
}
