// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.node.lookout.Lookout;

/** Reads the documents of teams that are due, on a thread for each. */
final class DirectoryWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(DirectoryWorker.class);

    /** Longer than any look takes: twenty fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** It may be that somebody withdraws: that does not wait for the end of the lease. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 16;

    private final GroupStore groups;
    private final Settling settling;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();

    DirectoryWorker(GroupStore groups, Settling settling, InstantSource clock) {
        super("directory");
        this.groups = groups;
        this.settling = settling;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") Ears.Heard heard) {
        wake();
    }

    @Override
    protected void look() {
        groups.claim(clock.instant(), LEASE, MOST_AT_ONCE - underWay.get()).forEach(this::begin);
    }

    private void begin(URI team) {
        underWay.incrementAndGet();
        begin(() -> {
            try {
                settling.settle(team);
            } catch (RuntimeException trouble) {
                log.warn("{} is looked at later", team, trouble);
                groups.lookAt(team, clock.instant().plus(AFTER_TROUBLE));
            } finally {
                underWay.decrementAndGet();
                wake();
            }
        });
    }
}
