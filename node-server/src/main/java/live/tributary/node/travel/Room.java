// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.federation.vocab.Arrivals;

/**
 * For how many a team has room. Never told as a number: it would tell how many watch.
 *
 * @param most guests in ten minutes
 * @param guests who came in the last ten minutes
 * @param promised places that are held
 */
record Room(int most, int guests, int promised) {

    /** A small team is asked for no more than a raft. */
    static final int LEAST = Rafts.MOST;

    /** What a team has that set no number: twice as many as watch. */
    static int usual(int watching) {
        return Math.max(LEAST, 2 * watching);
    }

    /** As it is for a raft that holds so many of the promised places itself, and asks anew. */
    Room without(int own) {
        return new Room(most, guests, promised - own);
    }

    boolean fits(int raft) {
        return most - guests - promised >= raft;
    }

    /**
     * Whether one server would not hold too much of it with this raft; a raft at least it may.
     *
     * @param promisedThere places that are held for that server
     * @param hundredths of all guests
     */
    boolean fitsOfOneServer(int raft, int promisedThere, int hundredths) {
        return promisedThere + raft <= Math.max(Rafts.MOST, most * (long) hundredths / 100);
    }

    /** What heartbeats say. */
    Arrivals word() {
        if (fits(Rafts.MOST)) {
            return Arrivals.OPEN;
        }
        return fits(1) ? Arrivals.FEW : Arrivals.CLOSED;
    }
}
