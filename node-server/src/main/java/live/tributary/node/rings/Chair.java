// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

import live.tributary.federation.vocab.RingStop;

/**
 * Decides for the rings of this node who is in them, as their members vote. Whatever comes twice, or late, changes nothing. Takes
 * part in the caller's transaction, and holds the ring in it.
 */
final class Chair {

    private static final Logger log = LoggerFactory.getLogger(Chair.class);

    private final RingStore rings;
    private final SeatStore seats;
    private final BallotStore ballots;
    private final RingLetters letters;
    private final OwnTeams own;
    private final RingsProperties properties;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Chair(
            RingStore rings,
            SeatStore seats,
            BallotStore ballots,
            RingLetters letters,
            OwnTeams own,
            RingsProperties properties,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.seats = seats;
        this.ballots = ballots;
        this.letters = letters;
        this.own = own;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** For nobody else until the transaction ends; empty where this node does not host it. */
    Optional<Ring> hosted(URI ring) {
        return rings.lock(ring).filter(Ring::hosted);
    }

    /**
     * Somebody elsewhere asks to be taken in: their own document is read first. Who is in already is looked at again; of whom the
     * members have been told, they are not told twice.
     */
    void asked(Ring ring, URI applicant, URI join) {
        var known = ballots.find(ring.actor(), applicant);
        if (known.filter(RingApplication::open).isPresent()) {
            return;
        }
        if (known.isEmpty() && ballots.of(ring.actor()).size() >= properties.mostApplications()) {
            log.warn("ring has too many applications ring={} applicant={}", ring.actor(), applicant);
            return;
        }
        var unread = RingMember.unread(new RingStop.Team(applicant));
        ballots.put(application(ring, join, unread, clock.instant(), false));
        events.publishEvent(new WorkFound());
    }

    /** Somebody who says so too wants to be in. */
    void opened(Ring ring, RingMember applicant, URI join) {
        var application = application(ring, join, applicant, clock.instant(), true);
        if (ring.member(applicant.address()).isPresent()) {
            welcomeAgain(ring, applicant, application);
            return;
        }
        if (ring.members().size() >= properties.mostMembers()) {
            refuse(ring, application, "The ring is full.");
            return;
        }
        var before = ballots.find(ring.actor(), applicant.address());
        ballots.put(application);
        count(ring, application);
        boolean waits = ballots.find(ring.actor(), applicant.address()).isPresent();
        if (waits && before.filter(RingApplication::open).isEmpty()) {
            letters.announce(ring, application);
        }
    }

    /** Of a ring that goes on with another, all are members before they say so. */
    private void welcomeAgain(Ring ring, RingMember member, RingApplication application) {
        boolean isNews = ring.member(member.address()).filter(RingMember::holds).isEmpty();
        var known = ring.knowing(member.address(), _ -> member);
        welcome(known, application);
        if (isNews) {
            letters.added(known, member.address());
        }
    }

    private RingApplication application(Ring ring, URI join, RingMember applicant, Instant now, boolean open) {
        return new RingApplication(
                ring.actor(),
                applicant.address(),
                join,
                applicant.name(),
                applicant.page(),
                applicant.inbox(),
                now,
                now.plus(properties.votingTime()),
                open);
    }

    /** A member says whether somebody is to be taken in; perhaps before they asked. */
    void votes(Ring ring, URI applicant, URI voter, boolean yes) {
        if (ring.isVoter(voter) && ring.member(applicant).isEmpty()) {
            ballots.cast(ring.actor(), Question.JOIN, applicant, new Vote(voter, yes), clock.instant());
            ballots.find(ring.actor(), applicant)
                    .filter(RingApplication::open)
                    .ifPresent(application -> count(ring, application));
        }
    }

    /** Looks whether it is decided. */
    void count(Ring ring, RingApplication application) {
        var votes = ballots.votes(ring.actor(), Question.JOIN, application.applicant());
        switch (Ballot.onJoining(ring).count(votes, application.closesAt(), clock.instant())) {
            case YES -> admit(ring, application);
            case NO -> refuse(ring, application, "The members of the ring decided against it.");
            case OPEN -> {}
        }
    }

    private void admit(Ring ring, RingApplication application) {
        var member = own.team(application.applicant())
                .map(own::member)
                .orElseGet(() -> new RingMember(
                        new RingStop.Team(application.applicant()),
                        application.name(),
                        application.page(),
                        application.inbox(),
                        List.of(),
                        true,
                        Set.of(ring.actor())));
        var grown = ring.with(member).changedAt(clock.instant());
        welcome(grown, application);
        letters.added(grown, application.applicant());
        log.info("ring has a new member ring={} member={}", ring.actor(), application.applicant());
    }

    private void welcome(Ring ring, RingApplication application) {
        put(ring);
        close(ring, application);
        settle(ring, application.applicant(), RingSeat.State.IN, "");
        letters.accept(ring, application);
    }

    /** Says no, with a sentence why. */
    void refuse(Ring ring, RingApplication application, String reason) {
        close(ring, application);
        settle(ring, application.applicant(), RingSeat.State.REFUSED, reason);
        letters.reject(ring, application, reason);
        events.publishEvent(new RingsChanged());
    }

    private void close(Ring ring, RingApplication application) {
        ballots.remove(ring.actor(), application.applicant());
        ballots.forgetVotes(ring.actor(), Question.JOIN, application.applicant());
    }

    /** A member wants another to go. */
    void wantsGone(Ring ring, URI member, URI voter) {
        boolean counts = ring.isVoter(voter) && ring.member(member).isPresent() && !voter.equals(member);
        if (counts) {
            var now = clock.instant();
            ballots.cast(ring.actor(), Question.EXPEL, member, new Vote(voter, true), now);
            var votes = ballots.votes(ring.actor(), Question.EXPEL, member);
            var result = Ballot.onExpelling(ring, member).count(votes, Instant.MAX, now);
            if (result == Ballot.Result.YES) {
                remove(ring, member, "The ring has expelled the team.");
            }
        }
    }

    /** Somebody is a member no longer, and neither says so nor is asked. */
    void remove(Ring ring, URI address, String reason) {
        ring.member(address).ifPresent(gone -> {
            var left = ring.without(address).changedAt(clock.instant());
            put(left);
            ballots.forgetVotes(ring.actor(), Question.EXPEL, address);
            settle(ring, address, RingSeat.State.OUT, reason);
            letters.removed(left, gone);
            log.info("ring has lost a member ring={} member={}", ring.actor(), address);
        });
    }

    void put(Ring ring) {
        rings.put(ring, clock.instant());
        events.publishEvent(new RingsChanged());
        events.publishEvent(new WorkFound());
    }

    /** What a team of this node says of it, which needs no letter. */
    private void settle(Ring ring, URI address, RingSeat.State state, String said) {
        own.team(address)
                .flatMap(team -> seats.find(team, ring.actor()))
                .ifPresent(seat -> seats.put(seat.now(state, said, clock.instant())));
    }
}
