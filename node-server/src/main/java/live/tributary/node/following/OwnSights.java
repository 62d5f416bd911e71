// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What those whom the directory follows have on air, in memory: of ten thousand teams a few say something between two looks, and only
 * theirs is read again. Once a minute everything is. Safe for any thread that may block.
 */
final class OwnSights {

    static final Duration BETWEEN_WHOLE_READS = Duration.ofMinutes(1);

    private static final Wisher DIRECTORY = new Wisher.OfDirectory();

    private final StreamStore streams;
    private final InstantSource clock;

    /** Whether anybody asks: where there is no directory, nobody does. */
    private volatile boolean asked;

    /** Teams that are to be read again. */
    private final Set<URI> changed = ConcurrentHashMap.newKeySet();

    private final ReentrantLock reading = new ReentrantLock();

    /** By the address of the Video; of whoever reads. */
    private final Map<URI, Sight> known = new HashMap<>();

    /** Of whoever reads. */
    private Instant nextWholeRead = Instant.EPOCH;

    OwnSights(StreamStore streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OnAirChanged news) {
        if (asked) {
            changed.addAll(news.teams());
        }
    }

    /** As it is now: at most {@link LiveElsewhere#MOST_FOR_DIRECTORY} of each. */
    List<Sight> all() {
        asked = true;
        reading.lock();
        try {
            var now = clock.instant();
            read(now);
            var oldest = Belief.oldestShown(now);
            return known.values().stream()
                    .filter(sight -> sight.believedUntil().isAfter(oldest))
                    .toList();
        } finally {
            reading.unlock();
        }
    }

    private void read(Instant now) {
        // Taken before they are read: what changes meanwhile is read once more.
        var teams = Set.copyOf(changed);
        changed.removeAll(teams);
        try {
            if (!now.isBefore(nextWholeRead)) {
                readAll(now);
            } else if (!teams.isEmpty()) {
                readOf(teams, now);
            }
        } catch (RuntimeException trouble) {
            changed.addAll(teams);
            throw trouble;
        }
    }

    private void readAll(Instant now) {
        var all = streams.ownOnAir(DIRECTORY, now, Belief.oldestShown(now), LiveElsewhere.MOST_FOR_DIRECTORY);
        known.keySet().retainAll(all.stream().map(Sight::id).collect(Collectors.toUnmodifiableSet()));
        take(all);
        nextWholeRead = now.plus(BETWEEN_WHOLE_READS);
    }

    private void readOf(Collection<URI> teams, Instant now) {
        var theirs =
                streams.ownOnAirOf(teams, DIRECTORY, now, Belief.oldestShown(now), LiveElsewhere.MOST_FOR_DIRECTORY);
        known.values().removeIf(sight -> teams.contains(sight.team()));
        take(theirs);
    }

    /** What has not changed stays the same object: to whoever compares them, that is most of the work. */
    private void take(List<Sight> sights) {
        sights.forEach(sight -> known.merge(sight.id(), sight, (before, now) -> now.equals(before) ? before : now));
    }
}
