// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.OpenFiles;

/**
 * The files and connections that the node may still open. When they run short, a new stream is refused first, so that those
 * on air keep what they need for their windows; and the log says so, once, and once when it is over. Any thread.
 */
final class FileHandles {

    /** Its connection, the files of its renditions and the pipes of an encoder, twice over. */
    static final int OF_A_STREAM = 64;

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(FileHandles.class);

    private final OpenFiles files;
    private boolean runShort;

    FileHandles(OpenFiles files) {
        this.files = files;
    }

    boolean areThereForAStream() {
        return files.free() >= OF_A_STREAM;
    }

    /** Looks, and tells what has changed. */
    synchronized void look() {
        long free = files.free();
        if (!runShort && free < OF_A_STREAM) {
            runShort = true;
            log.warn(
                    "new streams are refused: file handles run short free={} limit={}"
                            + " fix=\"let the node open more files: LimitNOFILE= of its service, or ulimit -n\"",
                    free,
                    files.limit());
        } else if (runShort && free >= 2 * OF_A_STREAM) {
            runShort = false;
            log.info("new streams are taken again: file handles suffice free={} limit={}", free, files.limit());
        }
    }
}
