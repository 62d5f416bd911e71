// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.kernel.Actor;
import live.tributary.web.page.Reveal;

/**
 * A secret that was just made, kept for the one page that follows the form: there it is shown once, and a reload shows
 * it no more. In memory, for a minute, and only for the person who made it.
 */
final class Reveals {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ConcurrentHashMap<Place, Kept> secrets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Reveals(InstantSource clock) {
        this.clock = clock;
    }

    /** Where a secret is shown. */
    enum Kind {
        STREAM_KEY,
        INVITATION
    }

    void keep(Actor actor, Kind kind, String secret) {
        var now = clock.instant();
        secrets.values().removeIf(kept -> kept.until().isBefore(now));
        secrets.put(new Place(actor, kind), new Kept(secret, now.plus(KEPT)));
    }

    Reveal take(Actor actor, Kind kind) {
        var kept = secrets.remove(new Place(actor, kind));
        return kept == null || kept.until().isBefore(clock.instant())
                ? new Reveal.Nothing()
                : new Reveal.Secret(kept.secret());
    }

    private record Place(Actor actor, Kind kind) {}

    private record Kept(String secret, Instant until) {
        @Override
        public String toString() {
            return "Kept[redacted]";
        }
    }
}
