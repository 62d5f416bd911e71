// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** When groups are on air: for some hours at a time, mostly in the evenings, on days of their own. */
final class Schedules {

    private static final double MEDIAN_HOURS_A_WEEK = 9;
    private static final double SPREAD = 0.8;
    private static final double MOST_HOURS_A_WEEK = 100;
    private static final double SHORTEST_HOURS = 1.5;
    private static final double LONGEST_HOURS = 4;

    private final Plan plan;
    private final Random random;

    Schedules(Plan plan, Random random) {
        this.plan = plan;
        this.random = random;
    }

    /** Half of all groups are live for less than nine hours a week, a few for more than forty. */
    BitSet any(Plan.Pool pool) {
        double week = Math.min(MOST_HOURS_A_WEEK, MEDIAN_HOURS_A_WEEK * Math.exp(SPREAD * random.nextGaussian()));
        double hours = SHORTEST_HOURS + random.nextDouble() * (LONGEST_HOURS - SHORTEST_HOURS);
        return of(pool, week / hours, hours);
    }

    BitSet twelveHours(Plan.Pool pool) {
        return of(pool, 4, 3);
    }

    BitSet always() {
        var live = new BitSet(plan.steps());
        live.set(0, plan.steps());
        return live;
    }

    private BitSet of(Plan.Pool pool, double sessionsAWeek, double hours) {
        var live = new BitSet(plan.steps());
        for (int week = 0; week * Clock.STEPS_A_WEEK < plan.steps(); week++) {
            var days = days();
            int sessions = (int) Math.floor(sessionsAWeek + random.nextDouble());
            for (int i = 0; i < sessions; i++) {
                int day = week * 7 + days.get(i % days.size());
                set(live, day * Clock.STEPS_A_DAY + start(pool), hours);
            }
        }
        return live;
    }

    private List<Integer> days() {
        var days = new ArrayList<>(IntStream.range(0, 7).boxed().toList());
        Collections.shuffle(days, random);
        return days;
    }

    /** A step of the day, evenings four times as often as mornings. */
    private int start(Plan.Pool pool) {
        while (true) {
            int step = random.nextInt(Clock.STEPS_A_DAY);
            if (random.nextDouble() < 0.25 + 0.75 * Clock.evening(Clock.localHour(step, pool))) {
                return step;
            }
        }
    }

    private void set(BitSet live, int from, double hours) {
        int to = Math.min(plan.steps(), from + (int) Math.round(hours * Clock.STEPS_AN_HOUR));
        if (from < to) {
            live.set(from, to);
        }
    }
}
