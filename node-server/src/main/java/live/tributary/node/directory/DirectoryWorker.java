// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.node.lookout.Lookout;

/** Reads the documents of teams that are due, and of whom others point at, on a thread for each. */
final class DirectoryWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(DirectoryWorker.class);

    /** Longer than any look takes: twenty fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** It may be that somebody withdraws: that does not wait for the end of the lease. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 16;

    /** Looks under way, from which on no tip is followed: who is listed goes first. */
    private static final int MOST_TIPS = 4;

    private final GroupStore groups;
    private final Settling settling;
    private final Newcomers newcomers;
    private final Tips tips;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();

    DirectoryWorker(GroupStore groups, Settling settling, Newcomers newcomers, Tips tips, InstantSource clock) {
        super("directory");
        this.groups = groups;
        this.settling = settling;
        this.newcomers = newcomers;
        this.tips = tips;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") Ears.Heard heard) {
        wake();
    }

    @Override
    protected void look() {
        newcomers.look(clock.instant());
        for (int room = MOST_TIPS - underWay.get(); room > 0; room--) {
            tips.next().ifPresent(tip -> begin(tip, tips::follow));
        }
        groups.claim(clock.instant(), LEASE, MOST_AT_ONCE - underWay.get()).forEach(team -> begin(team, this::settle));
    }

    private void begin(URI address, Consumer<URI> look) {
        underWay.incrementAndGet();
        begin(() -> {
            try {
                look.accept(address);
            } catch (RuntimeException trouble) {
                log.warn("{} is looked at later", address, trouble);
            } finally {
                underWay.decrementAndGet();
                wake();
            }
        });
    }

    private void settle(URI team) {
        try {
            settling.settle(team);
        } catch (RuntimeException trouble) {
            groups.lookAt(team, clock.instant().plus(AFTER_TROUBLE));
            throw trouble;
        }
    }
}
