// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.time.Instant;

/** A time during which one thing was wrong.
 *  @param to end of the last second of it */
public record Stretch(Cause cause, Instant from, Instant to) {

    /** At least one. */
    public int seconds() {
        return Math.max(1, (int) Duration.between(from, to).toSeconds());
    }
}
