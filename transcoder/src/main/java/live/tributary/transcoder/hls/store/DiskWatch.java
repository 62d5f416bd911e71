// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how much room is left, and tells the operator of trouble once a minute. Any thread. */
final class DiskWatch {

    private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_COMPLAINTS = Duration.ofMinutes(1).toNanos();

    /** After a write failed, this long is believed that there is no room, whatever the file system says. */
    private static final long TROUBLE_LASTS = Duration.ofSeconds(5).toNanos();

    private final Disk disk;
    private final WindowFolder root;
    private final long reservedBytes;
    private long lastLook = System.nanoTime() - BETWEEN_LOOKS;
    private long lastFailure = System.nanoTime() - TROUBLE_LASTS;
    private long lastComplaint = System.nanoTime() - BETWEEN_COMPLAINTS;
    private boolean reserveTouched;
    private long failures;

    DiskWatch(Disk disk, WindowFolder root, long reservedBytes) {
        this.disk = disk;
        this.root = root;
        this.reservedBytes = reservedBytes;
    }

    synchronized boolean isShort() {
        var now = System.nanoTime();
        if (now - lastLook >= BETWEEN_LOOKS) {
            lastLook = now;
            reserveTouched = usableBytes() < reservedBytes;
            if (reserveTouched) {
                complain(now, "less than %d bytes are left on the disk".formatted(reservedBytes));
            }
        }
        return reserveTouched || now - lastFailure < TROUBLE_LASTS;
    }

    private long usableBytes() {
        try {
            // The folder is made with the first window.
            var existing = root.path();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return disk.usableBytes(existing);
        } catch (IOException _) {
            return 0;
        }
    }

    synchronized void failed(String what, IOException failure) {
        var now = System.nanoTime();
        lastFailure = now;
        failures++;
        complain(now, what + " failed: " + failure);
    }

    /** Writes that failed since the node started. */
    synchronized long failures() {
        return failures;
    }

    private void complain(long now, String what) {
        if (now - lastComplaint >= BETWEEN_COMPLAINTS) {
            lastComplaint = now;
            log.warn("window files: {}; live goes on, and viewers can go back less far", what);
        }
    }
}
