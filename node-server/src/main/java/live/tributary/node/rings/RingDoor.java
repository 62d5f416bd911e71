// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;

import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.TokenBuckets;

/** Teams elsewhere that ask to join a ring of this node, or invite one of its teams: from not too many at once. */
final class RingDoor {

    /** So often the teams of one domain may ask or invite in an hour: each makes this node read, or people look. */
    static final int MOST_PER_HOUR = 60;

    /** For one team, from the teams of one domain: nobody fills its list alone. */
    static final int MOST_INVITATIONS_OF_ONE_DOMAIN = 5;

    private final TokenBuckets pace =
            new TokenBuckets(MOST_PER_HOUR, MOST_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final Chair chair;
    private final OwnTeams own;
    private final SeatStore seats;
    private final InvitationStore invitations;
    private final DomainPolicies policies;
    private final RingsProperties properties;
    private final ApplicationEventPublisher events;

    RingDoor(
            Chair chair,
            OwnTeams own,
            SeatStore seats,
            InvitationStore invitations,
            DomainPolicies policies,
            RingsProperties properties,
            ApplicationEventPublisher events) {
        this.chair = chair;
        this.own = own;
        this.seats = seats;
        this.invitations = invitations;
        this.policies = policies;
        this.properties = properties;
        this.events = events;
    }

    void asked(URI actor, Join join) {
        if (mayBeHeard(actor)) {
            chair.hosted(join.object())
                    .ifPresent(ring -> chair.asked(ring, actor, join.envelope().id()));
        }
    }

    void invited(URI actor, Invite invite, Instant at) {
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
