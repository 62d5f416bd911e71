// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.hls.store.LiveFolder;
import live.tributary.transcoder.hls.store.WindowName;
import live.tributary.transcoder.packager.Ladders;

/** Opens the pipelines of a node: one for each broadcast, all in one pool of memory. Safe for any thread. */
public final class Transcoder {

    private static final Logger log = LoggerFactory.getLogger(Transcoder.class);

    private final PipelineOptions options;
    private final Function<String, Ladders> ladders;
    private final @Nullable LiveFolder folder;
    private final WindowMemory memory;
    private final PipelineClock clock = new PipelineClock();

    /** One that makes no smaller pictures and keeps nothing on disk. */
    public Transcoder(PipelineOptions options) {
        this(options, _ -> Ladders.NONE);
    }

    /**
     * One that keeps nothing on disk.
     *
     * @param ladders where the smaller pictures of a channel come from
     */
    public Transcoder(PipelineOptions options, Function<String, Ladders> ladders) {
        this.options = options;
        this.ladders = ladders;
        this.folder = null;
        this.memory = new WindowMemory(options.windowBytes());
    }

    /**
     * One whose windows outlive the node, and reach back further than its memory.
     *
     * @param ladders where the smaller pictures of a channel come from
     * @param folder where they are kept
     */
    public Transcoder(PipelineOptions options, Function<String, Ladders> ladders, LiveFolder folder) {
        this.options = options;
        this.ladders = ladders;
        this.folder = folder;
        this.memory = new WindowMemory(options.windowBytes());
    }

    /**
     * Opens the pipeline of a broadcast. Without files, should the disk refuse them: live never
     * stops for a file.
     *
     * @param name the channel stands in log lines
     * @param first where the window starts to count
     */
    public BroadcastPipeline open(WindowName name, FirstNumbers first, PipelineListener listener) {
        return BroadcastPipeline.start(
                name.channel(), options, writer(name, first), ladders.apply(name.channel()), clock, listener);
    }

    private WindowWriter writer(WindowName name, FirstNumbers first) {
        try {
            return folder == null
                    ? WindowWriter.open(memory, options.window(), first)
                    : WindowWriter.open(memory, options.window(), first, folder.open(name), System::nanoTime);
        } catch (IOException refused) {
            log.warn("a window is kept in memory only channel={} ({})", name.channel(), refused.toString());
            return WindowWriter.open(memory, options.window(), first);
        }
    }

    /**
     * Goes on with a broadcast that was live when the node before this one died; empty where nothing of it can be shown.
     * {@link PipelineListener#onLive} is not called again.
     */
    public Optional<BroadcastPipeline> resume(WindowName name, PipelineListener listener) {
        try {
            return folder == null
                    ? Optional.empty()
                    : folder.resume(name)
                            .flatMap(left -> WindowWriter.resume(
                                    memory, options.window(), left.entries(), left.store(), System::nanoTime))
                            .map(writer -> BroadcastPipeline.start(
                                    name.channel(), options, writer, ladders.apply(name.channel()), clock, listener));
        } catch (IOException unreadable) {
            log.warn("a window cannot be gone on with channel={} ({})", name.channel(), unreadable.toString());
            return Optional.empty();
        }
    }

    /** Deletes the windows that a node before this one left behind, but for these. */
    public void forgetAllBut(Set<WindowName> alive) {
        if (folder != null) {
            try {
                folder.keepOnly(alive);
            } catch (IOException undeletable) {
                log.warn("windows that nobody needs could not be deleted ({})", undeletable.toString());
            }
        }
    }

    /** Direct memory that all windows hold, in bytes. */
    public long windowBytes() {
        return memory.usedBytes();
    }

    /** Whether windows keep six seconds in memory instead of twelve, because most of it is in use. */
    public boolean isShortOfMemory() {
        return memory.isShort();
    }
}
