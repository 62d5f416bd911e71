// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.InstantSource;

/** Looks at the health of every open broadcast once a second. */
final class HealthWatch {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LiveStreams streams;
    private final InstantSource clock;

    private HealthWatch(LiveStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    static HealthWatch start(LiveStreams streams, Timers timers, InstantSource clock) {
        var watch = new HealthWatch(streams, clock);
        timers.every(SECOND, watch::look);
        return watch;
    }

    private void look() {
        var now = clock.instant();
        for (var stream : streams.all()) {
            if (stream.open()) {
                stream.health().look(now, System.nanoTime());
            }
        }
    }
}
