// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/**
 * How a ring divides the viewers who travel on from its members, in percent: to the ring itself, to rings that share a member
 * with it, to everybody. A ring may choose between 34/33/33 and 70/20/10, not beyond.
 */
public record RingLanes(int ring, int neighbour, int open) {

    public static final RingLanes USUAL = new RingLanes(50, 25, 25);

    private static final int ALL = 100;

    /** Whether a ring may choose it. */
    public static boolean mayBe(int ring, int neighbour, int open) {
        return ring + neighbour + open == ALL
                && isBetween(34, ring, 70)
                && isBetween(20, neighbour, 33)
                && isBetween(10, open, 33);
    }

    public RingLanes {
        if (!mayBe(ring, neighbour, open)) {
            throw new IllegalArgumentException(
                    "lanes must lie between 34/33/33 and 70/20/10: %d/%d/%d".formatted(ring, neighbour, open));
        }
    }

    private static boolean isBetween(int least, int percent, int most) {
        return percent >= least && percent <= most;
    }
}
