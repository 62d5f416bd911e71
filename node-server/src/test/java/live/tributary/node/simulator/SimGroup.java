// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.BitSet;
import java.util.List;

import live.tributary.node.fairturn.Gid;

/** A group of the world.
 *  @param role what the figures ask for
 *  @param live the steps in which it is on air
 *  @param quality from 0 to 1: how much those like it who find it. No directory knows it
 *  @param viewers what an order by viewers goes by; of some use to it, as viewers gather where it is good */
record SimGroup(
        int index,
        Gid gid,
        Role role,
        int hands,
        boolean vouched,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        BitSet live,
        double quality,
        double viewers) {

    /** Streams of fewer viewers than this are called small. */
    static final double SMALL = 10;

    enum Role {
        HONEST,
        /** Honest, and live for twelve hours a week: what an attacker is compared with. */
        TWELVE_HOURS,
        ATTACKER
    }

    boolean isSmall() {
        return viewers < SMALL;
    }

    double liveHours() {
        return live.cardinality() / (double) Clock.STEPS_AN_HOUR;
    }

    SimGroup withViewers(double others) {
        return new SimGroup(index, gid, role, hands, vouched, languages, tags, labels, live, quality, others);
    }
}
