// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.node.lookout.Lookout;

/** Reads rings, members, applicants and inviters that are due, on a thread for each. What fails is due again after its lease. */
final class RingWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(RingWorker.class);

    /** Longer than any look takes: twenty fetches of ten seconds. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MOST_AT_ONCE = 8;

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

    /** For so long an invitation stands, and the yes that lies in it. */
    static final Duration INVITATION = Duration.ofDays(30);

    private final RingStore rings;
    private final MemberStore members;
    private final InvitationStore invitations;
    private final BallotStore ballots;
    private final Mirror mirror;
    private final Muster muster;
    private final InviterLook inviters;
    private final Neighbourhood neighbourhood;
    private final ListedTeams listed;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    RingWorker(
            RingStore rings,
            MemberStore members,
            InvitationStore invitations,
            BallotStore ballots,
            Mirror mirror,
            Muster muster,
            InviterLook inviters,
            Neighbourhood neighbourhood,
            ListedTeams listed,
            InstantSource clock) {
        super("rings");
        this.rings = rings;
        this.members = members;
        this.invitations = invitations;
        this.ballots = ballots;
        this.mirror = mirror;
        this.muster = muster;
        this.inviters = inviters;
        this.neighbourhood = neighbourhood;
        this.listed = listed;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") WorkFound found) {
        wake();
    }

    @Override
    protected void look() {
        var now = clock.instant();
        rings.claim(now, LEASE, room()).forEach(ring -> begin(ring, () -> mirror.read(ring)));
        ballots.claim(now, LEASE, room())
                .forEach(application -> begin(application.applicant(), () -> muster.look(application)));
        members.claim(now, LEASE, room()).forEach(stop -> begin(stop.address(), () -> muster.look(stop)));
        invitations.claim(now, LEASE, room()).forEach(wish -> begin(wish.ring(), () -> inviters.look(wish)));
        listed.claim(now, LEASE, room()).forEach(team -> begin(team, () -> readListed(team)));
        neighbourhood.claim(now, LEASE, room()).forEach(ring -> begin(ring, () -> neighbourhood.read(ring)));
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            clean(now);
        }
    }

    private void clean(Instant now) {
        ballots.closed(now).forEach(application -> muster.close(application.ring(), application.applicant()));
        ballots.forgetVotesBefore(now.minus(INVITATION));
        invitations.forgetBefore(now.minus(INVITATION));
        neighbourhood.survey();
    }

    private void readListed(URI team) {
        if (listed.read(team)) {
            neighbourhood.survey();
        }
    }

    private int room() {
        return Math.max(0, MOST_AT_ONCE - underWay.get());
    }

    private void begin(Object what, Runnable look) {
        underWay.incrementAndGet();
        begin(() -> {
            try {
                look.run();
            } catch (RuntimeException trouble) {
                log.warn("{} is looked at later", what, trouble);
            } finally {
                underWay.decrementAndGet();
                wake();
            }
        });
    }
}
