// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.time.Duration;

/**
 * How often a team came when it had said so, of the last times.
 *
 * @param kept how often it was live within {@link #LEEWAY} of the moment
 * @param missed how often it was not
 */
public record Attendance(int kept, int missed) {

    /** Earlier or later than announced. */
    static final Duration LEEWAY = Duration.ofMinutes(15);

    /** So many are looked at, the latest. */
    static final int LAST = 10;

    /** Whoever misses more of the last ones is not shown among those who announce. */
    static final int MOST_MISSED = 3;

    /** Whether what the team announces is shown. */
    public boolean isReliable() {
        return missed <= MOST_MISSED;
    }
}
