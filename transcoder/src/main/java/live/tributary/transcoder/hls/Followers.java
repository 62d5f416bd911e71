// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Arrays;

/**
 * How many players follow one rendition, told from their reloads alone. Each player that waits for parts asks once for
 * every part of a segment, and each that waits for segments once for every segment: so many as asked for the same thing
 * are there. Players that name nothing they wait for are not seen. Safe for any thread.
 */
final class Followers {

    /** Further parts of a segment are asked for by the same players as these. */
    private static final int MOST_PARTS = 16;

    private final int[] byPart = new int[MOST_PARTS];
    private int whole;
    private long msn = -1;
    private int before;
    private volatile long lastNanos;

    Followers(long nowNanos) {
        lastNanos = nowNanos;
    }

    void asked(long nowNanos) {
        lastNanos = nowNanos;
    }

    synchronized void asked(ReloadPoint point, long nowNanos) {
        asked(nowNanos);
        if (point.msn() > msn) {
            // Who skipped a segment did not count it.
            before = point.msn() == msn + 1 ? now() : 0;
            Arrays.fill(byPart, 0);
            whole = 0;
            msn = point.msn();
        }
        if (point.msn() == msn && point.wantsWholeSegment()) {
            whole++;
        } else if (point.msn() == msn && point.part() < MOST_PARTS) {
            byPart[point.part()]++;
        }
    }

    private int now() {
        return whole + Arrays.stream(byPart).max().orElse(0);
    }

    boolean isAskedSince(long nanos) {
        return lastNanos - nanos >= 0;
    }

    /** Of the segment before the newest that somebody waits for: that of the newest is not complete. */
    synchronized int count() {
        return Math.max(before, now());
    }
}
