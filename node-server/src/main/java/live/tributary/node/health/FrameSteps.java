// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Arrays;

/**
 * Frames that the encoder left out: a step of at least one and a half usual ones has a hole in it. What is usual is
 * taken from the last steps, not from what the encoder announced: many announce a rate that they do not keep.
 */
final class FrameSteps {

    private static final int REMEMBERED = 31;
    private static final int FEWEST = 8;
    private static final int LEARN_EVERY = 8;
    private static final double HOLE = 1.5;

    private final int[] steps = new int[REMEMBERED];
    private int known;
    private int next;
    private int usual;

    /** How many frames are missing before this one.
     *  @param stepMillis since the frame before, above 0 */
    int missing(int stepMillis) {
        remember(stepMillis);
        if (usual == 0 || stepMillis < HOLE * usual) {
            return 0;
        }
        return Math.round((float) stepMillis / usual) - 1;
    }

    private void remember(int stepMillis) {
        steps[next] = stepMillis;
        next = (next + 1) % REMEMBERED;
        known = Math.min(known + 1, REMEMBERED);
        if (known >= FEWEST && next % LEARN_EVERY == 0) {
            int[] sorted = Arrays.copyOf(steps, known);
            Arrays.sort(sorted);
            usual = sorted[known / 2];
        }
    }
}
