// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

import com.sun.management.UnixOperatingSystemMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files and connections that the node may still open. When they run short, a new stream is refused first, so that those
 * on air keep what they need for their windows; and the log says so, once, and once when it is over. Any thread.
 */
final class FileHandles {

    /** Its connection, the files of its renditions and the pipes of an encoder, twice over. */
    static final int OF_A_STREAM = 64;

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(FileHandles.class);

    private final LongSupplier open;
    private final long limit;
    private boolean runShort;

    /** @param open now
     *  @param limit the most that may be open */
    FileHandles(LongSupplier open, long limit) {
        this.open = open;
        this.limit = limit;
    }

    /** Those of this process. */
    static FileHandles ofProcess() {
        var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return new FileHandles(() -> counted(system), system.getMaxFileDescriptorCount());
    }

    /** Counting takes a handle itself. */
    private static long counted(UnixOperatingSystemMXBean system) {
        try {
            return system.getOpenFileDescriptorCount();
        } catch (InternalError none) {
            return system.getMaxFileDescriptorCount();
        }
    }

    boolean areThereForAStream() {
        return limit - open.getAsLong() >= OF_A_STREAM;
    }

    /** Looks, and tells what has changed. */
    synchronized void look() {
        long free = limit - open.getAsLong();
        if (!runShort && free < OF_A_STREAM) {
            runShort = true;
            log.warn(
                    "file handles run short free={} limit={}: new streams are refused, and soon viewers cannot connect"
                            + " fix=\"let the node open more files: LimitNOFILE= of its service, or ulimit -n\"",
                    free,
                    limit);
        } else if (runShort && free >= 2 * OF_A_STREAM) {
            runShort = false;
            log.info("file handles suffice again free={} limit={}", free, limit);
        }
    }
}
