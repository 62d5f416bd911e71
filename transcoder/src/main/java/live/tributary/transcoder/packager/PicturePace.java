// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.Arrays;

/** Counts frames against their own clock: a stranger must not make us package faster than anybody can watch. */
final class PicturePace {

    static final int MOST_PER_SECOND = 120;

    /** RTMP counts milliseconds, so 120 frames may seem to take a little less than a second. */
    private static final long SHORTEST = Duration.ofMillis(985).toNanos();

    private final long[] recent = new long[MOST_PER_SECOND];
    private int next;

    PicturePace() {
        Arrays.fill(recent, Long.MIN_VALUE);
    }

    /** Whether a frame with this decode time is one of no more than {@link #MOST_PER_SECOND} in its second. */
    boolean allows(long decodeNanos) {
        long before = recent[next];
        // A clock that was set back begins to count anew.
        if (before != Long.MIN_VALUE && decodeNanos >= before && decodeNanos - before < SHORTEST) {
            return false;
        }
        recent[next] = decodeNanos;
        next = (next + 1) % MOST_PER_SECOND;
        return true;
    }
}
