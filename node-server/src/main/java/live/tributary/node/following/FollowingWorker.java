// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.following.UnderWay.Kind;
import live.tributary.node.lookout.Lookout;

/**
 * Asks once more who did not answer, and looks elsewhere what is due, on a thread for each look. What it was at when the node
 * stopped is due again after its lease.
 */
final class FollowingWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(FollowingWorker.class);

    /** Longer than any look takes: twenty fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Who are asked to be followed once more, at once. */
    private static final int MOST_ASKED = 16;

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    /** What was over so long ago is forgotten. Whatever is still said of it then is looked up. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final FolloweeStore followees;
    private final StreamStore streams;
    private final HintStore hints;
    private final Requests requests;
    private final FolloweeLook followeeLook;
    private final VideoLook videoLook;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    private final UnderWay underWay = new UnderWay();
    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    FollowingWorker(
            FolloweeStore followees,
            StreamStore streams,
            HintStore hints,
            Requests requests,
            FolloweeLook followeeLook,
            VideoLook videoLook,
            TransactionOperations transactions,
            InstantSource clock) {
        super("following");
        this.followees = followees;
        this.streams = streams;
        this.hints = hints;
        this.requests = requests;
        this.followeeLook = followeeLook;
        this.videoLook = videoLook;
        this.transactions = transactions;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") Hearing.Heard heard) {
        wake();
    }

    @Override
    protected void look() {
        var now = clock.instant();
        followees.claimAsks(now, LEASE, MOST_ASKED).forEach(this::ask);
        hints.dropTried(now, VideoLook.MOST_TRIES);
        hints.claim(now, LEASE, underWay.busy(), underWay.room(Kind.HINT))
                .forEach(video -> begin(Kind.HINT, video, videoLook::look));
        streams.claim(now, LEASE, underWay.busy(), underWay.room(Kind.STREAM))
                .forEach(video -> begin(Kind.STREAM, video, videoLook::look));
        followees
                .claimLooks(now, LEASE, underWay.busy(), underWay.room(Kind.FOLLOWEE))
                .forEach(actor -> begin(Kind.FOLLOWEE, actor, followeeLook::look));
        clean(now);
    }

    private void ask(URI actor) {
        transactions.executeWithoutResult(_ -> followees
                .lock(actor)
                .filter(followee -> followee.state() == Followee.State.ASKED)
                .ifPresent(requests::askDue));
    }

    private void begin(Kind kind, Due due, Consumer<Due> look) {
        underWay.begin(kind, due);
        begin(() -> {
            try {
                look.accept(due);
            } catch (RuntimeException trouble) {
                log.warn("{} is looked at later", due.address(), trouble);
            } finally {
                underWay.end(kind, due);
                wake();
            }
        });
    }

    private void clean(Instant now) {
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            streams.forgetBefore(now.minus(KEPT));
        }
    }
}
