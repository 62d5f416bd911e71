// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;

/**
 * How pictures, or sound, go into a child. Presentation times in milliseconds of the broadcast, moments on the monotonic
 * clock in nanoseconds; each value has one writing thread, and any thread may read.
 */
final class Flow {

    /** A longer pause, and what flows is a new stretch. */
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private static final long RECENT_NANOS = Duration.ofSeconds(1).toNanos();

    private volatile long offeredMillis = Long.MIN_VALUE;
    private volatile long writtenMillis = Long.MIN_VALUE;
    private volatile boolean begun;
    private volatile boolean writing;
    private volatile long stretchNanos;
    private volatile long writeNanos;

    /** Something new waits for the child. */
    void offered(long millis) {
        offeredMillis = Math.max(offeredMillis, millis);
    }

    /** What waited was thrown away. */
    void skipped() {
        offeredMillis = writtenMillis;
    }

    void writing(long nowNanos) {
        if (!begun || nowNanos - writeNanos > PAUSE_NANOS) {
            stretchNanos = nowNanos;
        }
        writeNanos = nowNanos;
        writing = true;
        begun = true;
    }

    void written(long millis, long nowNanos) {
        writtenMillis = Math.max(writtenMillis, millis);
        writeNanos = nowNanos;
        writing = false;
    }

    boolean begun() {
        return begun;
    }

    /** The newest that was offered and not skipped. */
    long offeredMillis() {
        return offeredMillis;
    }

    long writtenMillis() {
        return writtenMillis;
    }

    /** When the last write began or ended. */
    long writeNanos() {
        return writeNanos;
    }

    /** How long it flows by now without a pause, blocked or not; zero when nothing flows. */
    long flowingNanos(long nowNanos) {
        boolean flows = begun && (writing || nowNanos - writeNanos < RECENT_NANOS);
        return flows ? nowNanos - stretchNanos : 0;
    }
}
