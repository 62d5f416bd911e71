// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What players report of one broadcast, as counts: nothing here tells one viewer from another, and nothing is linked.
 * Whoever can watch can also report, so the counts are hints and no proof. Any thread.
 */
public final class Playbacks {

    /** Upper ends of the classes, in milliseconds; the last class has none. */
    private static final int[] CLASSES_MILLIS = {250, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000};

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.95;

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger stalled = new AtomicInteger();
    private final AtomicInteger stalls = new AtomicInteger();
    private final AtomicIntegerArray startUps = new AtomicIntegerArray(CLASSES_MILLIS.length + 1);
    private final AtomicIntegerArray delays = new AtomicIntegerArray(CLASSES_MILLIS.length + 1);

    /** A player shows its first picture.
     *  @param after since the viewer wanted it */
    public void started(Duration after) {
        started.incrementAndGet();
        startUps.incrementAndGet(classOf(after));
    }

    /** A picture stood still.
     *  @param first whether it is the first time in this player */
    public void stalled(boolean first) {
        stalls.incrementAndGet();
        if (first) {
            stalled.incrementAndGet();
        }
    }

    /** How late a player is at the moment. */
    public void delay(Duration behind) {
        delays.incrementAndGet(classOf(behind));
    }

    /**
     * What they add up to. Times are the upper ends of classes.
     *
     * @param smooth players without a stall
     * @param startUpHalfMillis half of them took no longer; 0 if nobody said
     * @param startUpMostMillis 95 of 100 took no longer
     * @param delayHalfMillis half of what was reported is no later; 0 if nobody said
     * @param delayMostMillis 95 of 100 reports are no later
     */
    public record Counts(
            int players,
            int smooth,
            int stalls,
            int startUpHalfMillis,
            int startUpMostMillis,
            int delayHalfMillis,
            int delayMostMillis) {}

    public Counts counts() {
        int players = started.get();
        return new Counts(
                players,
                Math.max(0, players - stalled.get()),
                stalls.get(),
                within(startUps, HALF),
                within(startUps, NEARLY_ALL),
                within(delays, HALF),
                within(delays, NEARLY_ALL));
    }

    private static int classOf(Duration time) {
        int found = 0;
        while (found < CLASSES_MILLIS.length && time.toMillis() > CLASSES_MILLIS[found]) {
            found++;
        }
        return found;
    }

    /** Upper end of the class in which the share is reached. */
    private static int within(AtomicIntegerArray classes, double share) {
        int all = 0;
        for (int i = 0; i < classes.length(); i++) {
            all += classes.get(i);
        }
        int seen = 0;
        for (int i = 0; i < CLASSES_MILLIS.length; i++) {
            seen += classes.get(i);
            if (seen > 0 && seen >= share * all) {
                return CLASSES_MILLIS[i];
            }
        }
        return all == 0 ? 0 : CLASSES_MILLIS[CLASSES_MILLIS.length - 1];
    }
}
