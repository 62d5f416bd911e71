// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * The files and connections of this process, which the system counts as one. Any thread.
 *
 * @param open now; counting takes as long as there are many
 * @param limit the most that may be open
 */
public record OpenFiles(LongSupplier open, long limit) {

    /** Those of this process. */
    public static OpenFiles ofProcess() {
        var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return new OpenFiles(() -> counted(system), system.getMaxFileDescriptorCount());
    }

    /** Counting takes a handle itself. */
    private static long counted(UnixOperatingSystemMXBean system) {
        try {
            return system.getOpenFileDescriptorCount();
        } catch (InternalError none) {
            return system.getMaxFileDescriptorCount();
        }
    }

    /** How many more may be opened. */
    public long free() {
        return limit - open.getAsLong();
    }
}
