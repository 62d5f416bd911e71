// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import live.tributary.node.inbox.Domains;

/**
 * Offers, and answers to them, that were taken back: what they are about may come later, or is worked on just now. In memory,
 * for as long as places would be held. Guarded by itself, any thread.
 */
final class TakenBack {

    /** Of all servers; the oldest is forgotten first. */
    static final int MOST = 2_000;

    /** Of one domain, which shall not drive out what others said. */
    static final int MOST_OF_ONE = 200;

    private final Duration kept;
    private final InstantSource clock;
    private final Map<Word, Instant> words = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Word, Instant> eldest) {
            return size() > MOST;
        }
    };

    TakenBack(Duration kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** What one team said of an offer. */
    private record Word(URI offer, URI team) {}

    synchronized void remember(URI offer, URI team) {
        var domain = Domains.of(team.getHost());
        var others = words.keySet().stream()
                .filter(word -> Domains.of(word.team().getHost()).equals(domain))
                .toList();
        if (others.size() >= MOST_OF_ONE) {
            words.remove(others.getFirst());
        }
        words.put(new Word(offer, team), clock.instant());
    }

    synchronized boolean has(URI offer, URI team) {
        var at = words.get(new Word(offer, team));
        return at != null && at.plus(kept).isAfter(clock.instant());
    }
}
