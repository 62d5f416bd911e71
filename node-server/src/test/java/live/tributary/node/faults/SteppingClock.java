// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of this machine, until somebody sets it: it goes on from there at the same pace. Any thread. */
final class SteppingClock implements InstantSource {

    private final InstantSource system = InstantSource.system();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    void step(Duration by) {
        offset = offset.plus(by);
    }
}
