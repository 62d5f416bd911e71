// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.lookout.Lookout;

/**
 * Works on what was let in, on a thread for each activity; no domain has more of them at once than its share, however much
 * its hosts sent.
 *
 * <p>What it was at when the node stopped is due again when it starts, and done again: that changes nothing that is done.
 */
final class InboxWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);

    /** Longer than any work takes: six fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** How often somebody who does not answer is asked, and when. */
    private static final List<Duration> TRIES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final InboxStore store;
    private final Cleaning cleaning;
    private final Handling handling;
    private final InboxProperties properties;
    private final InstantSource clock;

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    /** Of the looking thread only. */
    private boolean fresh = true;

    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    InboxWorker(
            InboxStore store, Cleaning cleaning, Handling handling, InboxProperties properties, InstantSource clock) {
        super("inbox");
        this.store = store;
        this.cleaning = cleaning;
        this.handling = handling;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant();
        if (fresh) {
            store.dueAgain(now, LEASE);
            fresh = false;
        }
        int room = properties.workers()
                - underWay.values().stream().mapToInt(Integer::intValue).sum();
        if (room > 0) {
            var busy = underWay.keySet();
            store.claim(now, busy, properties.workersPerHost(), room, LEASE).forEach(this::work);
        }
        clean(now);
    }

    /** Each domain begins anew when all of its last share is done: so none has more than its share. */
    private void work(Received received) {
        var domain = Domains.of(received.host());
        underWay.merge(domain, 1, Integer::sum);
        begin(() -> {
            try {
                settle(received, handling.handle(received));
            } catch (RuntimeException trouble) {
                log.warn("activity {} of {} waits", received.id(), received.host(), trouble);
                again(
                        received,
                        "it could not be worked on: " + trouble.getClass().getSimpleName());
            } finally {
                end(domain);
            }
        });
    }

    private void end(String domain) {
        underWay.computeIfPresent(domain, (_, left) -> left == 1 ? null : left - 1);
        wake();
    }

    private void settle(Received received, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var words) -> log.debug("activity {} of {}: {}", received.id(), received.host(), words);
            case Outcome.Later(var words) -> again(received, words);
        }
    }

    private void again(Received received, String because) {
        if (received.attempts() > TRIES.size()) {
            store.done(received.id(), "given up: " + because);
        } else {
            var pause = TRIES.get(Math.max(0, received.attempts() - 1));
            store.again(received.id(), clock.instant().plus(pause), because);
        }
    }

    private void clean(Instant now) {
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            cleaning.clean(now);
        }
    }
}
