// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RingStop;
import live.tributary.node.rings.MemberLook.Found;

/**
 * Looks whether members say that they are members. Of a ring of this node, a team whose document does not say so any more is a
 * member no longer; one whose server does not answer stays what it was, and one whose server answers with something else until it
 * has done so for a day.
 */
final class Muster {

    static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);

    private final RingStore rings;
    private final MemberStore members;
    private final BallotStore ballots;
    private final MemberLook look;
    private final Chair chair;
    private final OwnTeams own;
    private final Crew crew;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Muster(
            RingStore rings,
            MemberStore members,
            BallotStore ballots,
            MemberLook look,
            Chair chair,
            OwnTeams own,
            Crew crew,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.members = members;
        this.ballots = ballots;
        this.look = look;
        this.chair = chair;
        this.own = own;
        this.crew = crew;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Asks a member at its own address, for all of its rings. No transaction may be open. */
    void look(RingStop stop) {
        if (own.team(stop.address()).isPresent()) {
            // What a team of this node says is known the moment it says so.
            transactions.executeWithoutResult(_ -> each(stop, ring -> checked(ring, stop, properties.lookEvery())));
            return;
        }
        var found = look.look(stop);
        transactions.executeWithoutResult(_ -> each(stop, ring -> settle(ring, stop, found)));
    }

    private interface Deed {
        void to(Ring ring);
    }

    /** Always in one order: so nobody waits in a circle. */
    private void each(RingStop stop, Deed deed) {
        rings.all().stream()
                .filter(ring -> ring.member(stop.address()).isPresent())
                .map(Ring::actor)
                .sorted(Comparator.naturalOrder())
                .flatMap(ring -> rings.lock(ring).stream())
                .filter(ring -> ring.member(stop.address()).isPresent())
                .forEach(deed::to);
    }

    private void settle(Ring ring, RingStop stop, Found found) {
        switch (found) {
            case Found.Team(var actor, var named) -> {
                settle(ring, MemberLook.member(actor, ring.actor(), named));
                if (named.contains(ring.actor())) {
                    crew.follow(actor);
                }
            }
            case Found.Site(var page)
            when MemberLook.leadsTo(page, ring.page()) ->
                settle(ring, ring.member(stop.address()).orElseThrow().holding(true));
            case Found.Site _, Found.Nobody() -> doubt(ring, stop);
            case Found.NotNow() -> checked(ring, stop, BEFORE_ANOTHER_TRY);
        }
    }

    private void doubt(Ring ring, RingStop stop) {
        var now = clock.instant();
        var known = ring.member(stop.address()).orElseThrow();
        if (!known.holds() || members.doubt(ring.actor(), stop.address(), now).isOver(now)) {
            settle(ring, known.holding(false));
        } else {
            checked(ring, stop, Doubt.PAUSE);
        }
    }

    private void settle(Ring ring, RingMember now) {
        var before = ring.member(now.address()).orElseThrow();
        if (ring.hosted() && before.holds() && !now.holds()) {
            chair.remove(ring, now.address(), "The team does not name the ring any more.");
        } else {
            chair.put(ring.knowing(now.address(), _ -> now));
            members.trust(ring.actor(), now.address());
            checked(ring, now.stop(), properties.lookEvery());
        }
        if (!now.holds()) {
            crew.leave(List.of(now.address()));
        }
    }

    private void checked(Ring ring, RingStop stop, Duration pause) {
        var now = clock.instant();
        members.checked(ring.actor(), stop.address(), now, now.plus(pause));
        events.publishEvent(new RingsChanged());
    }

    /** Reads whether somebody who asked to be taken in says so too. No transaction may be open. */
    void look(RingApplication application) {
        var found = look.look(new RingStop.Team(application.applicant()));
        transactions.executeWithoutResult(
                _ -> chair.hosted(application.ring()).ifPresent(ring -> answer(ring, application, found)));
    }

    private void answer(Ring ring, RingApplication application, Found found) {
        switch (found) {
            case Found.Team(var actor, var named) -> {
                var member = MemberLook.member(actor, ring.actor(), named);
                if (named.contains(ring.actor())) {
                    chair.opened(ring, member, application.join());
                } else {
                    chair.refuse(
                            ring, application.of(member), "The team does not say that it wants to be in the ring.");
                }
            }
            case Found.Site _, Found.Nobody() -> ballots.remove(ring.actor(), application.applicant());
            case Found.NotNow() ->
                ballots.lookAt(
                        ring.actor(), application.applicant(), clock.instant().plus(Duration.ofMinutes(5)));
        }
    }

    /** Whoever waits when the time is over is not taken in. */
    void close(URI ring, URI applicant) {
        transactions.executeWithoutResult(_ -> ballots.find(ring, applicant).ifPresent(application -> {
            var hosted = chair.hosted(ring);
            if (hosted.isPresent() && application.open()) {
                chair.count(hosted.get(), application);
            }
            ballots.remove(ring, applicant);
        }));
    }
}
