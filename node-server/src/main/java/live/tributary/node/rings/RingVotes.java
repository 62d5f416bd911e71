// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** What teams of this node say to who is in a ring with them. Safe for any thread that may block. */
public final class RingVotes {

    private final Rings rings;
    private final RingStore store;
    private final BallotStore ballots;
    private final Chair chair;
    private final RingLetters letters;
    private final OwnTeams own;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    RingVotes(
            Rings rings,
            RingStore store,
            BallotStore ballots,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            TransactionOperations transactions,
            InstantSource clock) {
        this.rings = rings;
        this.store = store;
        this.ballots = ballots;
        this.chair = chair;
        this.letters = letters;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who waits to be taken into a ring, and has not heard of the team's vote. */
    public List<RingApplication> applications(TeamId team, Ring ring) {
        var voter = own.address(team);
        return ballots.of(ring.actor()).stream()
                .filter(RingApplication::open)
                .filter(application -> ballots.votes(ring.actor(), Question.JOIN, application.applicant()).stream()
                        .noneMatch(vote -> vote.voter().equals(voter)))
                .toList();
    }

    /** How many members have said yes to somebody so far. */
    public int yesses(RingApplication application) {
        return (int) ballots.votes(application.ring(), Question.JOIN, application.applicant()).stream()
                .filter(Vote::yes)
                .count();
    }

    /**
     * Says whether somebody is to be taken into a ring.
     *
     * @param actor an owner of a team in the ring
     */
    public RingDeed vote(Actor actor, TeamId team, URI ring, URI applicant, boolean yes) {
        rings.require(actor, team, "vote in a ring");
        return transactions.execute(_ -> store.lock(ring)
                .filter(found -> found.isVoter(own.address(team)))
                .flatMap(found -> ballots.find(ring, applicant).map(application -> vote(team, found, application, yes)))
                .orElseGet(() -> new RingDeed.Not(RingDeed.Why.GONE)));
    }

    private RingDeed vote(TeamId team, Ring ring, RingApplication application, boolean yes) {
        var voter = own.address(team);
        if (ring.hosted()) {
            chair.votes(ring, application.applicant(), voter, yes);
        } else {
            ballots.cast(ring.actor(), Question.JOIN, application.applicant(), new Vote(voter, yes), clock.instant());
            letters.vote(team, ring, application, yes);
        }
        return new RingDeed.Done(ring.actor());
    }

    /**
     * Wants a member of a ring to go: a steward's word does it, else that of more than half of the others.
     *
     * @param actor an owner of a team in the ring
     */
    public RingDeed expel(Actor actor, TeamId team, URI ring, URI member) {
        rings.require(actor, team, "expel a member of a ring");
        return transactions.execute(_ -> store.lock(ring)
                .filter(found -> found.isVoter(own.address(team)))
                .map(found -> expel(team, found, member))
                .orElseGet(() -> new RingDeed.Not(RingDeed.Why.GONE)));
    }

    private RingDeed expel(TeamId team, Ring ring, URI member) {
        if (ring.hosted()) {
            chair.wantsGone(ring, member, own.address(team));
        } else {
            letters.expel(team, ring, member);
        }
        return new RingDeed.Done(ring.actor());
    }
}
