// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import live.tributary.federation.vocab.Arrivals;

/** What heartbeats of others say of their room. In memory: they say it again. Any thread. */
final class Pulses {

    private static final Duration BELIEVED = Duration.ofMinutes(15);
    private static final int MOST = 20_000;

    private final InstantSource clock;
    private final Cache<URI, Said> said =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Pulses(InstantSource clock) {
        this.clock = clock;
    }

    private record Said(Arrivals arrivals, Instant at) {}

    void heard(URI team, Arrivals arrivals) {
        said.put(team, new Said(arrivals, clock.instant()));
    }

    Arrivals arrivals(URI team) {
        var last = said.getIfPresent(team);
        return last != null && last.at().plus(BELIEVED).isAfter(clock.instant()) ? last.arrivals() : Arrivals.UNSAID;
    }
}
