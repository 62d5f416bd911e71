// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.time.Duration;
import java.time.Instant;

import live.tributary.node.fairturn.Minute;

/** Time in the simulator goes in steps of five minutes: a snapshot, and the visitors who come under it. */
final class Clock {

    static final int MINUTES = 5;
    static final int STEPS_AN_HOUR = 60 / MINUTES;
    static final int STEPS_A_DAY = 24 * STEPS_AN_HOUR;
    static final int STEPS_A_WEEK = 7 * STEPS_A_DAY;

    private static final Instant BEGINNING = Instant.parse("2026-11-02T00:00:00Z");

    private Clock() {}

    static Minute minute(int step) {
        return Minute.of(BEGINNING.plus(duration(step)));
    }

    static Duration duration(int steps) {
        return Duration.ofMinutes((long) steps * MINUTES);
    }

    /** From 0 at the quietest hour, early in the morning, to 1 at eight in the evening. */
    static double evening(double localHour) {
        return 0.5 + 0.5 * Math.cos(2 * Math.PI * (localHour - 20) / 24);
    }

    static double localHour(int step, Plan.Pool pool) {
        return Math.floorMod(step + pool.hoursAhead() * STEPS_AN_HOUR, STEPS_A_DAY) / (double) STEPS_AN_HOUR;
    }
}
