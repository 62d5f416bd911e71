// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What a node graphs of the streams it takes in, all of them together: their number has no bound. Any thread. */
public final class HealthMetrics {

    private final Map<Cause, Counter> troubled = new EnumMap<>(Cause.class);
    private final Counter good;
    private final Counter arrived;
    private final Counter missed;
    private final Counter late;
    private final Counter leftOut;

    HealthMetrics(MeterRegistry registry) {
        for (var cause : Cause.values()) {
            var word = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
            troubled.put(cause, registry.counter("tributary.health.seconds", "cause", word));
        }
        good = registry.counter("tributary.health.seconds", "cause", "none");
        arrived = registry.counter("tributary.health.frames", "fate", "arrived");
        missed = registry.counter("tributary.health.frames", "fate", "missed");
        late = registry.counter("tributary.health.frames", "fate", "late");
        leftOut = registry.counter("tributary.health.frames", "fate", "left-out");
    }

    void count(Sample sample, Optional<Cause> cause) {
        cause.map(found -> Objects.requireNonNull(troubled.get(found)))
                .orElse(good)
                .increment();
        arrived.increment(sample.frames());
        missed.increment(sample.missed());
        late.increment(sample.late());
        leftOut.increment(sample.leftOut());
    }
}
