// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;

/**
 * How fast a child can make one rung, although a live source never lets it run freely: its media time over the time it
 * was busy with it.
 *
 * <p>While it waits for us, a picture took from the last write to its return; with much outstanding, from the return
 * before. One thread tells it, any may ask.
 */
final class Pace {

    /** More than any decoder holds back to put pictures in order: the child has work without us. */
    private static final long BACKLOG_MILLIS = 400;

    private static final long FIRST_OPINION_MILLIS = 500;
    private static final long WINDOW_MILLIS = 3_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private boolean begun;
    private long newestMillis;
    private long returnedNanos;
    private double mediaMillis;
    private double busyNanos;
    private volatile double speed;

    void returned(long millis, Flow flow, long nowNanos) {
        if (begun && millis > newestMillis) {
            boolean backlog = flow.writtenMillis() - millis > BACKLOG_MILLIS;
            long from = backlog ? returnedNanos : latest(returnedNanos, flow.writeNanos());
            add(millis - newestMillis, Math.max(0, nowNanos - from));
        }
        begun = true;
        newestMillis = Math.max(newestMillis, millis);
        returnedNanos = nowNanos;
    }

    private static long latest(long a, long b) {
        return a - b > 0 ? a : b;
    }

    private void add(long millis, long nanos) {
        // A hole in the source is no work.
        mediaMillis += Math.min(millis, Duration.ofSeconds(1).toMillis());
        busyNanos += nanos;
        if (mediaMillis > WINDOW_MILLIS) {
            mediaMillis /= 2;
            busyNanos /= 2;
        }
        if (mediaMillis >= FIRST_OPINION_MILLIS) {
            speed = mediaMillis * NANOS_PER_MILLI / Math.max(1, busyNanos);
        }
    }

    /** Seconds of media in a second; 0 when not known yet. */
    double speed() {
        return speed;
    }
}
