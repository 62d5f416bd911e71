// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.packager.Ladders;

/** Opens the pipelines of a node: one for each broadcast, all in one pool of memory. Safe for any thread. */
public final class Transcoder {

    private final PipelineOptions options;
    private final Ladders ladders;
    private final WindowMemory memory = new WindowMemory();

    /** One that makes no smaller pictures. */
    public Transcoder(PipelineOptions options) {
        this(options, Ladders.NONE);
    }

    public Transcoder(PipelineOptions options, Ladders ladders) {
        this.options = options;
        this.ladders = ladders;
    }

    /**
     * Opens the pipeline of a broadcast and starts its thread.
     *
     * @param channel names the thread
     * @param first where the window starts to count
     */
    public BroadcastPipeline open(String channel, FirstNumbers first, PipelineListener listener) {
        var writer = WindowWriter.open(memory, options.window(), first);
        return BroadcastPipeline.start(channel, options, writer, ladders, listener);
    }

    /** Direct memory that all windows hold, in bytes. */
    public long windowBytes() {
        return memory.usedBytes();
    }
}
