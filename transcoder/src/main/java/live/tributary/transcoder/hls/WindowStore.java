// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a window keeps its bytes and the memory of itself. One for each window; its methods are called by the pipeline's
 * thread, {@link #path} by any.
 */
public interface WindowStore extends AutoCloseable {

    /**
     * Takes in what viewers are about to see, and returns when it is written: what is listed then outlives this process.
     * Does not wait for a slow disk for longer than a moment, nor fail because of one; see {@link #holds}.
     *
     * @param media in the order in which files grow; the buffers are the store's to release
     */
    void write(List<MediaBytes> media, List<WindowEntry> entries);

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

    /** Forgets everything: the window is closed for good. */
    @Override
    void close();
}
