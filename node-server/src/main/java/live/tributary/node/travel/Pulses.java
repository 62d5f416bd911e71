// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.federation.vocab.Arrivals;

/** What heartbeats of others say of their room. In memory: they say it again. Any thread. */
final class Pulses {

    private static final Duration BELIEVED = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<URI, Said> said = new ConcurrentHashMap<>();

    Pulses(InstantSource clock) {
        this.clock = clock;
    }

    private record Said(Arrivals arrivals, Instant at) {}

    void heard(URI team, Arrivals arrivals) {
        var now = clock.instant();
        if (said.size() >= MOST) {
            said.values().removeIf(old -> old.at().plus(BELIEVED).isBefore(now));
        }
        if (said.size() < MOST || said.containsKey(team)) {
            said.put(team, new Said(arrivals, now));
        }
    }

    Arrivals arrivals(URI team) {
        var last = said.get(team);
        return last != null && last.at().plus(BELIEVED).isAfter(clock.instant()) ? last.arrivals() : Arrivals.UNSAID;
    }
}
