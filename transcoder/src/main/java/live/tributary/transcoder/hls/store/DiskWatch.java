// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how much room is left, and tells the operator of trouble once a minute. Any thread; nobody waits for the disk: a
 * look is a thread of its own, and until it comes back the answer is that of the look before.
 */
final class DiskWatch {

    private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_COMPLAINTS = Duration.ofMinutes(1).toNanos();

    /** After a write failed, this long is believed that there is no room, whatever the file system says. */
    private static final long TROUBLE_LASTS = Duration.ofSeconds(5).toNanos();

    private final Disk disk;
    private final WindowFolder root;
    private final long reservedBytes;
    private final LongSupplier nanoTime;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong lastComplaint;
    private final AtomicLong failures = new AtomicLong();
    private volatile long lastLook;
    private volatile long lastFailure;
    private volatile boolean reserveTouched;

    DiskWatch(Disk disk, WindowFolder root, long reservedBytes, LongSupplier nanoTime) {
        this.disk = disk;
        this.root = root;
        this.reservedBytes = reservedBytes;
        this.nanoTime = nanoTime;
        var now = nanoTime.getAsLong();
        lastComplaint = new AtomicLong(now - BETWEEN_COMPLAINTS);
        lastLook = now - BETWEEN_LOOKS;
        lastFailure = now - TROUBLE_LASTS;
    }

    boolean isShort() {
        var now = nanoTime.getAsLong();
        if (now - lastLook >= BETWEEN_LOOKS && looking.compareAndSet(false, true)) {
            lastLook = now;
            Thread.ofPlatform().name("disk-watch").daemon().start(this::look);
        }
        return reserveTouched || now - lastFailure < TROUBLE_LASTS;
    }

    private void look() {
        try {
            reserveTouched = usableBytes() < reservedBytes;
        } catch (IOException unknown) {
            // As before, then: a disk that is broken refuses what is written as well.
            log.debug("cannot ask how much room is left", unknown);
        } finally {
            looking.set(false);
        }
        if (reserveTouched) {
            complain("less than %d bytes are left on the disk".formatted(reservedBytes));
        }
    }

    private long usableBytes() throws IOException {
        // The folder is made with the first window.
        var existing = root.path();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return disk.usableBytes(existing);
    }

    void failed(String what, IOException failure) {
        if (!isLackOfHandles(failure)) {
            lastFailure = nanoTime.getAsLong();
        }
        failures.incrementAndGet();
        complain(what + " failed: " + failure);
    }

    /** No room is missing, so none has to be made. The system tells by its words alone. */
    private static boolean isLackOfHandles(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("Too many open files");
    }

    /** Writes that failed since the node started. */
    long failures() {
        return failures.get();
    }

    private void complain(String what) {
        var now = nanoTime.getAsLong();
        var before = lastComplaint.get();
        if (now - before >= BETWEEN_COMPLAINTS && lastComplaint.compareAndSet(before, now)) {
            log.warn("window files: {}; live goes on, and viewers can go back less far", what);
        }
    }
}
