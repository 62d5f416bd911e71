// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Leave;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.ActorChanged;
import live.tributary.node.inbox.ActorLeft;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.TokenBuckets;

/**
 * Hears what is said about rings, each only from whom it concerns: what a ring says of itself is a hint to read it again. In the
 * transaction in which the inbox notes it as done.
 */
final class RingEars {

    /** So often the teams of one domain may ask or invite in an hour: each makes this node read, or people look. */
    static final int MOST_PER_HOUR = 60;

    /** For one team, from the teams of one domain: nobody fills its list alone. */
    static final int MOST_INVITATIONS_OF_ONE_DOMAIN = 5;

    private final TokenBuckets pace =
            new TokenBuckets(MOST_PER_HOUR, MOST_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final RingStore rings;
    private final MemberStore members;
    private final SeatStore seats;
    private final InvitationStore invitations;
    private final BallotStore ballots;
    private final Chair chair;
    private final OwnTeams own;
    private final Addresses addresses;
    private final DomainPolicies policies;
    private final RingsProperties properties;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RingEars(
            RingStore rings,
            MemberStore members,
            SeatStore seats,
            InvitationStore invitations,
            BallotStore ballots,
            Chair chair,
            OwnTeams own,
            Addresses addresses,
            DomainPolicies policies,
            RingsProperties properties,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.members = members;
        this.seats = seats;
        this.invitations = invitations;
        this.ballots = ballots;
        this.chair = chair;
        this.own = own;
        this.addresses = addresses;
        this.policies = policies;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ActorSpoke spoke) {
        var actor = spoke.activity().envelope().actor();
        switch (spoke.activity()) {
            case Join join -> asked(actor, join);
            case Leave(var _, var ring) -> ring.id().ifPresent(left -> lookAt(actor, left));
            case Invite invite -> invited(actor, invite, spoke.at());
            case Accept(var _, var object) -> {
                answered(actor, object, true, "");
                voted(actor, object, true);
            }
            case Reject reject -> {
                answered(actor, reject.object(), false, reject.reason());
                voted(actor, reject.object(), false);
            }
            case Announce(var _, var object) -> announced(actor, object);
            case Add(var _, var object, var _) -> listChanged(actor, object);
            case Remove(var _, var object, var target) -> removed(actor, object, target);
            case Activity _ -> {}
        }
    }

    /** They say other things of themselves: perhaps which rings they are in. */
    @EventListener
    void on(ActorChanged changed) {
        readAgain(changed.actor());
    }

    @EventListener
    void on(ActorLeft left) {
        readAgain(left.actor());
    }

    private void readAgain(URI actor) {
        boolean member = members.lookAt(actor, clock.instant());
        boolean ring = rings.lookAt(actor, clock.instant());
        if (member || ring) {
            events.publishEvent(new WorkFound());
        }
    }

    private void asked(URI actor, Join join) {
        if (mayBeHeard(actor)) {
            chair.hosted(join.object())
                    .ifPresent(ring -> chair.asked(ring, actor, join.envelope().id()));
        }
    }

    /** Whether it is so stands in their own document. */
    private void lookAt(URI member, URI ring) {
        if (rings.find(ring).filter(Ring::hosted).isPresent()) {
            ballots.remove(ring, member);
            readAgain(member);
        }
    }

    private void invited(URI actor, Invite invite, Instant at) {
        var guest = invite.object().id();
        var target = invite.target();
        if (guest.isEmpty() || target.isEmpty() || !mayBeHeard(actor)) {
            return;
        }
        chair.hosted(target.get()).ifPresent(ring -> chair.votes(ring, guest.get(), actor, true));
        own.team(guest.get())
                .filter(team -> seats.find(team, target.get())
                        .filter(seat -> seat.state().named())
                        .isEmpty())
                .map(team -> new RingInvitation(team, target.get(), actor, at))
                .filter(this::hasRoom)
                .ifPresent(this::hear);
    }

    private void hear(RingInvitation invitation) {
        invitations.hear(invitation);
        events.publishEvent(new WorkFound());
    }

    private boolean hasRoom(RingInvitation invitation) {
        var heard = invitations.heard(invitation.team());
        long ofTheSame = heard.stream()
                .filter(other -> domain(other.inviter()).equals(domain(invitation.inviter())))
                .count();
        return heard.size() < properties.mostApplications() && ofTheSame < MOST_INVITATIONS_OF_ONE_DOMAIN;
    }

    /** The ring answers one of our teams, or tells its members what it has answered another. */
    private void answered(URI ring, Reference object, boolean yes, String reason) {
        object.id().ifPresent(join -> {
            seats.in(ring).stream()
                    .filter(seat -> addresses.activity(seat.join()).equals(join))
                    .forEach(seat -> answered(seat, yes, reason));
            ballots.asked(join).stream()
                    .filter(application -> application.ring().equals(ring))
                    .forEach(application -> ballots.remove(ring, application.applicant()));
        });
    }

    /** A member of a ring of ours says whether somebody is to be taken in. */
    private void voted(URI voter, Reference object, boolean yes) {
        var meant = join(object).map(Join::object);
        object.id().stream()
                .flatMap(join -> ballots.asked(join).stream())
                .filter(application -> meant.isEmpty() || meant.get().equals(application.ring()))
                .sorted(Comparator.comparing(RingApplication::ring))
                .forEach(application -> chair.hosted(application.ring())
                        .ifPresent(ring -> chair.votes(ring, application.applicant(), voter, yes)));
    }

    private void answered(RingSeat seat, boolean yes, String reason) {
        if (yes) {
            readAgain(seat.ring());
        } else if (seat.state() == RingSeat.State.ASKED) {
            seats.put(seat.now(RingSeat.State.REFUSED, reason, clock.instant()));
            events.publishEvent(new RingsChanged());
        }
    }

    /** A ring elsewhere asks its members about somebody. */
    private void announced(URI actor, Reference object) {
        join(object)
                .filter(join -> join.object().equals(actor))
                .ifPresent(join -> rings.find(actor)
                        .filter(ring -> !ring.hosted())
                        .filter(_ -> ballots.of(actor).size() < properties.mostApplications())
                        .ifPresent(ring -> ballots.put(application(ring, join))));
    }

    private static Optional<Join> join(Reference object) {
        return object instanceof Reference.Embedded(var _, var document)
                        && ActivityReader.read(document) instanceof ActivityReading.Understood(Join join)
                ? Optional.of(join)
                : Optional.empty();
    }

    private RingApplication application(Ring ring, Join join) {
        var applicant = RingMember.unread(new RingStop.Team(join.envelope().actor()));
        var now = clock.instant();
        return new RingApplication(
                ring.actor(),
                applicant.address(),
                join.envelope().id(),
                applicant.name(),
                applicant.page(),
                applicant.inbox(),
                now,
                now.plus(properties.votingTime()),
                true);
    }

    /** False where it is no ring elsewhere that is known here. */
    private boolean listChanged(URI actor, Reference object) {
        boolean isRing = rings.lookAt(actor, clock.instant());
        if (isRing) {
            object.id().ifPresent(member -> {
                ballots.remove(actor, member);
                members.lookAt(member, clock.instant());
            });
            events.publishEvent(new WorkFound());
        }
        return isRing;
    }

    /** A ring has lost somebody, or a member of one of ours wants somebody to go. */
    private void removed(URI actor, Reference object, URI target) {
        if (!listChanged(actor, object)) {
            object.id()
                    .ifPresent(member -> ringOf(target)
                            .flatMap(chair::hosted)
                            .ifPresent(ring -> chair.wantsGone(ring, member, actor)));
        }
    }

    /** The ring of ours that has this list of members. */
    private Optional<URI> ringOf(URI members) {
        var text = members.toString();
        return text.endsWith("/members")
                ? Optional.of(URI.create(text.substring(0, text.length() - "/members".length())))
                : Optional.empty();
    }

    private boolean mayBeHeard(URI actor) {
        return Optional.ofNullable(actor.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> !policies.standing(host).limited())
                .filter(host -> pace.tryTake(Domains.of(host)))
                .isPresent();
    }

    private static String domain(URI actor) {
        return Domains.of(String.valueOf(actor.getHost()).toLowerCase(Locale.ROOT));
    }
}
