// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import live.tributary.transcoder.ffmpeg.EncoderOptions.Restarts;

/** Counts the deaths of a broadcast's children: how long to wait after each, and when to stop trying. One thread. */
final class Deaths {

    private final Restarts rules;
    private final Deque<Long> recent = new ArrayDeque<>();
    private int inARow;
    private int total;

    Deaths(Restarts rules) {
        this.rules = rules;
    }

    /**
     * One died.
     *
     * @param lasted how long it ran
     * @param nowNanos the monotonic clock
     * @return how long to wait before the next
     */
    Duration add(Duration lasted, long nowNanos) {
        boolean wasHealthy = lasted.compareTo(rules.healthyAfter()) >= 0;
        inARow = wasHealthy ? 1 : inARow + 1;
        total++;
        recent.add(nowNanos);
        while (nowNanos - recent.getFirst() >= rules.window().toNanos()) {
            recent.removeFirst();
        }
        return rules.backOff().get(Math.min(inARow, rules.backOff().size()) - 1);
    }

    boolean tooMany() {
        return recent.size() >= rules.mostDeaths();
    }

    int total() {
        return total;
    }
}
