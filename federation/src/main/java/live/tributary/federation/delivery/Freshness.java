// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

/** Which news of a broadcast is still worth sending, when somebody gets it late. */
public final class Freshness {

    /** So long after it, the news of a beginning is worth nothing any more, if the broadcast is over. */
    public static final Duration LIVE_NEWS = Duration.ofHours(6);

    /** Who comes back so soon after an end goes on with the same show: followers were told already. */
    public static final Duration SAME_SHOW = Duration.ofMinutes(15);

    private Freshness() {}

    /** Until when the beginning of a broadcast that is over may still be told. */
    public static Instant beginningExpiresAt(Instant startedAt) {
        return startedAt.plus(LIVE_NEWS);
    }

    /** Whether a broadcast that begins now goes on with one that ended at this time. */
    public static boolean isSameShow(Instant endedAt, Instant now) {
        return !now.isAfter(endedAt.plus(SAME_SHOW));
    }
}
