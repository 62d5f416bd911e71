// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.time.Duration;
import java.time.Instant;

/**
 * A member's server has given answers that say nothing of the ring: perhaps it is mended, perhaps somebody else has its name.
 *
 * @param answers one after the other
 * @param since when the first of them came
 */
record Doubt(int answers, Instant since) {

    static final int ENOUGH = 3;

    static final Duration LONG_ENOUGH = Duration.ofDays(1);

    /** Between two answers. */
    static final Duration PAUSE = Duration.ofHours(8);

    /** Whether the member is taken for one that has left. */
    boolean isOver(Instant now) {
        return answers >= ENOUGH && !since.plus(LONG_ENOUGH).isAfter(now);
    }
}
