// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many times of a kind were how long: counts in classes, whose ends are all that is told of them. Any thread. */
final class TimeClasses {

    /** Upper ends of the classes, in milliseconds; the last class has none. */
    private static final int[] CLASSES_MILLIS = {250, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000};

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES_MILLIS.length + 1);

    void add(Duration time) {
        counts.incrementAndGet(classOf(time));
    }

    private static int classOf(Duration time) {
        int found = 0;
        while (found < CLASSES_MILLIS.length && time.toMillis() > CLASSES_MILLIS[found]) {
            found++;
        }
        return found;
    }

    /** Upper end of the class in which the share is reached; 0 where nothing was counted. */
    int within(double share) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        long seen = 0;
        for (int i = 0; i < CLASSES_MILLIS.length; i++) {
            seen += counts.get(i);
            if (seen > 0 && seen >= share * all) {
                return CLASSES_MILLIS[i];
            }
        }
        return all == 0 ? 0 : CLASSES_MILLIS[CLASSES_MILLIS.length - 1];
    }
}
