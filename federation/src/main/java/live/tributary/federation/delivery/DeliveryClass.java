// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;

/** How much an activity is worth after a while: what decides how soon and how long it is tried again. */
public enum DeliveryClass {
    /** What happens on air now. Tried again within seconds, later like everything else. */
    LIVE(Duration.ofDays(10)),
    /** A hint that the next one makes worthless: sent once, or not at all. */
    HEARTBEAT(Duration.ofMinutes(4)),
    /** A question of a moment, and its answer: whoever gets it later has no use for it. Sent once. */
    MOMENT(Duration.ofSeconds(5)),
    /** Everything else. A peer may be away for a week. */
    NORMAL(Duration.ofDays(10));

    private final Duration timeToLive;

    DeliveryClass(Duration timeToLive) {
        this.timeToLive = timeToLive;
    }

    /** After this time from its beginning a delivery is given up. */
    public Duration timeToLive() {
        return timeToLive;
    }
}
