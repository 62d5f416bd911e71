// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** How often a broadcast shows that it is still on air, and for how long others believe it without hearing of it. */
final class Pulse {

    /** Heartbeats that may be lost before others give up. */
    private static final int BEATS_BELIEVED = 3;

    private static final double SPREAD = 0.2;

    private final Duration heartbeat;
    private final DoubleSupplier chance;

    /** @param chance numbers from 0 to 1, evenly spread */
    Pulse(Duration heartbeat, DoubleSupplier chance) {
        this.heartbeat = heartbeat;
        this.chance = chance;
    }

    Instant believedUntil(Instant now) {
        return now.plus(heartbeat.multipliedBy(BEATS_BELIEVED));
    }

    /** Spread, so that the channels of a node do not beat together. */
    Instant next(Instant now) {
        var factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
        return now.plusMillis(Math.round(heartbeat.toMillis() * factor));
    }
}
