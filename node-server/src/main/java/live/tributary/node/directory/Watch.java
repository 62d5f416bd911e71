// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;

import live.tributary.node.following.Sight;
import live.tributary.node.probes.Probing;

/**
 * A broadcast that is said to be on air, and what was seen of it.
 *
 * @param sight what its origin said
 * @param dueAt when it is looked at next
 * @param underWay whether somebody looks just now
 */
record Watch(Sight sight, Read read, Verdict verdict, Instant dueAt, boolean underWay) {

    /** Whether its document was read. */
    sealed interface Read {

        record NotYet() implements Read {}

        /**
         * It was.
         *
         * @param probing how far the probe under way has come
         */
        record Done(BroadcastFacts facts, Probing probing) implements Read {}
    }

    /** What the last probe that is over saw. */
    sealed interface Verdict {

        /** It has not gone on.
         *  @param misses how many probes in a row */
        record NotSeen(int misses) implements Verdict {}

        /** It goes on.
         *  @param at when that was seen */
        record GoesOn(Instant at) implements Verdict {}
    }

    static Watch begin(Sight sight, Instant now) {
        return new Watch(sight, new Read.NotYet(), new Verdict.NotSeen(0), now, false);
    }

    Watch taken() {
        return new Watch(sight, read, verdict, dueAt, true);
    }

    /** Its origin has said something since. */
    Watch heard(Sight newer) {
        return new Watch(newer, read, verdict, dueAt, underWay);
    }

    Watch due(Instant at) {
        return new Watch(sight, read, verdict, at, underWay);
    }

    /** A look is over, and another comes later. */
    Watch looked(Read now, Verdict told, Instant next) {
        return new Watch(sight, now, told, next, false);
    }
}
