// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.federation.vocab.TravelLane;
import live.tributary.node.fairturn.Lots;
import live.tributary.node.fairturn.Seed;

/** Where a raft looks first. A lane without room flows to the next wider one, never to a narrower. */
enum Lane {
    RING(TravelLane.RING),
    NEIGHBOUR(TravelLane.NEIGHBOUR),
    OPEN(TravelLane.OPEN);

    /** "LANE": the lot of the lane is none of the lots of those in it. */
    private static final long SALT = 0x4C41_4E45L;

    private final TravelLane wire;

    Lane(TravelLane wire) {
        this.wire = wire;
    }

    /** By lot. */
    static Lane draw(Seed raft, Split split) {
        long hundredth = Math.unsignedMultiplyHigh(Lots.mix64(raft.bits() ^ SALT), 100);
        if (hundredth < split.ring()) {
            return RING;
        }
        return hundredth < split.ring() + split.neighbour() ? NEIGHBOUR : OPEN;
    }

    /** Whether a raft of this lane may end up there. */
    boolean flowsTo(Lane other) {
        return other.compareTo(this) >= 0;
    }

    TravelLane wire() {
        return wire;
    }
}
