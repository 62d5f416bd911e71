// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;

/** The direct memory of all windows of a node: one pool, because parts of all broadcasts have like sizes. */
public final class WindowMemory {

    /** A part is allocated by one thread and freed by another, so caches of threads would only hold memory back. */
    private static final int NO_CACHE = 0;

    /** Part of the limit that may be in use before windows shrink: the rest is for streams that are about to begin. */
    private static final double SHORT_ABOVE = 0.75;

    private final PooledByteBufAllocator allocator;
    private final long mostBytes;

    /** Without a limit. */
    public WindowMemory() {
        this(Long.MAX_VALUE);
    }

    /** @param mostBytes with three quarters of it in use, windows keep six seconds in it and no longer */
    public WindowMemory(long mostBytes) {
        this.mostBytes = mostBytes;
        allocator = new PooledByteBufAllocator(
                true,
                0,
                PooledByteBufAllocator.defaultNumDirectArena(),
                PooledByteBufAllocator.defaultPageSize(),
                PooledByteBufAllocator.defaultMaxOrder(),
                NO_CACHE,
                NO_CACHE,
                false);
    }

    /** Direct memory that the pool holds now, in bytes, free room inside it included. */
    public long usedBytes() {
        return allocator.metric().usedDirectMemory();
    }

    /** Whether windows are to keep six seconds in memory and no longer. */
    public boolean isShort() {
        return usedBytes() > SHORT_ABOVE * mostBytes;
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
