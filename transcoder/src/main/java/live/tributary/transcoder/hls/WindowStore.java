// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where a window keeps its bytes and the memory of itself. One for each window; its methods are called by one thread
 * at a time, {@link #path} by any.
 */
public interface WindowStore extends AutoCloseable {

    /**
     * Takes in what viewers are about to see; what is listed then outlives this process. Never waits: a slow disk holds
     * up what viewers see for a moment at most, and does not fail a stream; see {@link #holds}.
     *
     * @param media in the order in which files grow; the buffers are the store's to release
     * @param written called when it is, or when a viewer should not wait longer for it: once, one after the other in the
     *     order of these calls, on any thread
     */
    void write(List<MediaBytes> media, List<WindowEntry> entries, Runnable written);

    /** Looks whether viewers wait for the disk too long. Any thread, many times a second. */
    void timePassed();

    /**
     * Whether a file has all the bytes that were handed in for it. To be asked when they leave the memory: what waits for
     * the disk then is given up, with the file.
     */
    boolean holds(SegmentFile file);

    /** Grows whenever a file that was held is not held any more. */
    long losses();

    /** Whether the disk is so full that old segments should go before their time. */
    boolean isShortOfSpace();

    /** The file that a name stands for, whether it exists or not. */
    Path path(SegmentFile file);

    /** Keeps everything for the node that comes after this one; done when it is safe. Nothing is written any more. */
    CompletableFuture<Void> leave();

    /** Forgets everything, unless it was left: the window is closed for good. */
    @Override
    void close();
}
