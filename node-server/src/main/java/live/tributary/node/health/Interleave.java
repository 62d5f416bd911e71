// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Arrays;

/**
 * How far sound arrives ahead of the picture: the median over ten seconds of the newest sound's decode time minus the
 * newest picture's. It says nothing of lip sync, which no timestamp shows.
 */
final class Interleave {

    private static final long SPAN_MILLIS = 10_000;
    private static final long JUDGED_EVERY_MILLIS = 1_000;

    /** Ten seconds at the highest rate that the node takes, 120 frames a second. */
    private static final int MOST = 1_200;

    private final int[] ahead = new int[MOST];
    private final long[] at = new long[MOST];
    private int count;
    private int next;
    private long judgedAt;
    private int median;

    /** @param soundAheadMillis below zero where sound comes after its picture */
    void arrived(long arrivalMillis, int soundAheadMillis) {
        ahead[next] = soundAheadMillis;
        at[next] = arrivalMillis;
        next = (next + 1) % MOST;
        count = Math.min(count + 1, MOST);
        if (count == 1 || arrivalMillis - judgedAt >= JUDGED_EVERY_MILLIS) {
            judgedAt = arrivalMillis;
            median = judge(arrivalMillis);
        }
    }

    /** Milliseconds; at most a second old. */
    int medianMillis() {
        return median;
    }

    private int judge(long now) {
        int[] recent = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (now - at[i] <= SPAN_MILLIS) {
                recent[found++] = ahead[i];
            }
        }
        Arrays.sort(recent, 0, found);
        return recent[found / 2];
    }
}
