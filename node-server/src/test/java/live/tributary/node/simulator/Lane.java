// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.random.RandomGenerator;

/** Where a raft of viewers looks for its next stream first. A lane without room flows to the next wider one. */
enum Lane {
    RING(0),
    NEIGHBOUR(1),
    OPEN(2);

    /** A lane flows to those of greater width. */
    final int width;

    Lane(int width) {
        this.width = width;
    }

    /** How a ring splits its rafts, in hundredths; the rest goes to the open lane. */
    record Split(int ring, int neighbour) {

        static final Split USUAL = new Split(50, 25);
        static final Split CLOSEST = new Split(70, 20);

        Lane draw(RandomGenerator random) {
            int hundredth = random.nextInt(100);
            if (hundredth < ring) {
                return RING;
            }
            return hundredth < ring + neighbour ? NEIGHBOUR : OPEN;
        }
    }
}
