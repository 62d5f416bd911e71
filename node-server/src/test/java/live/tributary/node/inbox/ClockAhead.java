// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of this machine, and some more: for who talks to programs whose clock cannot be moved. Any thread. */
public final class ClockAhead implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public synchronized void advance(Duration further) {
        ahead = ahead.plus(further);
    }
}
