// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.util.unit.DataSize;

import live.tributary.node.kernel.ChannelId;

/**
 * Whether one more stream fits into the memory that media may take, and into what the node may open. What is on air stays,
 * and a publisher that comes back to its own broadcast needs no new room. Any thread.
 */
final class StreamRoom {

    /** Twelve seconds of a source at 2.7 Mb/s with two rungs and sound, and the pool's own blocks. */
    static final DataSize OF_A_STREAM = DataSize.ofMegabytes(8);

    private static final int PART_OF_MACHINE = 4;

    private final LiveStreams streams;
    private final LongSupplier usedBytes;
    private final FileHandles handles;
    private final long limitBytes;

    /**
     * @param usedBytes memory of all windows now
     * @param limit 0 takes a quarter of what the machine, or the container, has
     */
    StreamRoom(LiveStreams streams, LongSupplier usedBytes, FileHandles handles, DataSize limit) {
        this.streams = streams;
        this.usedBytes = usedBytes;
        this.handles = handles;
        this.limitBytes = limitBytes(limit);
    }

    /** @param limit 0 takes a quarter of what the machine, or the container, has */
    static long limitBytes(DataSize limit) {
        return limit.toBytes() > 0 ? limit.toBytes() : machineBytes() / PART_OF_MACHINE;
    }

    boolean isThereFor(ChannelId channel) {
        return streams.find(channel).filter(LiveStream::open).isPresent() || isThereForAnother();
    }

    private boolean isThereForAnother() {
        return usedBytes.getAsLong() + OF_A_STREAM.toBytes() <= limitBytes && handles.areThereForAStream();
    }

    long limitBytes() {
        return limitBytes;
    }

    /** The bean minds the limit of a container. */
    private static long machineBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
