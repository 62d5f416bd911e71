// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;

/** How long all groups of the same hands were live in the last week and the last day. */
final class LiveHours {

    private final List<SimGroup> groups;
    private final int[] week;
    private final int[] day;

    LiveHours(List<SimGroup> groups) {
        this.groups = groups;
        week = new int[groups.size()];
        day = new int[groups.size()];
    }

    /** Counts the step before this one, and forgets those that are too long ago. */
    void moveTo(int step) {
        for (SimGroup group : groups) {
            int newest = isLive(group, step - 1);
            week[group.hands()] += newest - isLive(group, step - 1 - Clock.STEPS_A_WEEK);
            day[group.hands()] += newest - isLive(group, step - 1 - Clock.STEPS_A_DAY);
        }
    }

    double week(SimGroup group) {
        return hours(week[group.hands()]);
    }

    double day(SimGroup group) {
        return hours(day[group.hands()]);
    }

    private static int isLive(SimGroup group, int step) {
        return step >= 0 && group.live().get(step) ? 1 : 0;
    }

    private static double hours(int steps) {
        return steps / (double) Clock.STEPS_AN_HOUR;
    }
}
