// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.Optional;

import live.tributary.node.kernel.Actor;
import live.tributary.node.rings.Ring;
import live.tributary.node.rings.RingApplication;
import live.tributary.node.rings.RingInvitation;
import live.tributary.node.rings.RingInvitations;
import live.tributary.node.rings.RingMember;
import live.tributary.node.rings.RingSeat;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.RingVotes;
import live.tributary.node.rings.Rings;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.Frame;
import live.tributary.web.page.RingsPage;
import live.tributary.web.page.RingsPage.Own;
import live.tributary.web.page.RingsPage.Part;

/** Fills the page of the studio about rings. Safe for any thread that may block. */
final class RingsPages {

    private final Rings rings;
    private final RingSeats seats;
    private final RingInvitations invitations;
    private final RingVotes votes;

    RingsPages(Rings rings, RingSeats seats, RingInvitations invitations, RingVotes votes) {
        this.rings = rings;
        this.seats = seats;
        this.invitations = invitations;
        this.votes = votes;
    }

    RingsPage of(Frame frame, Seat seat, Actor looking, RingsPage.Forms forms) {
        var team = seat.team().id();
        return new RingsPage(
                frame,
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                seats.of(team).stream().map(this::own).toList(),
                invitations.of(team).stream().map(RingsPages::shown).toList(),
                forms,
                rings.mayManage(looking, team));
    }

    private Own own(RingSeat seat) {
        var self = rings.address(seat.team());
        var known = rings.find(seat.ring()).filter(_ -> seat.state() == RingSeat.State.IN);
        return new Own(
                seat.ring().toString(),
                seat.name(),
                known.map(ring -> ring.slug().path())
                        .orElseGet(() -> seat.page().toString()),
                seat.ring().getRawAuthority(),
                standing(seat.state()),
                seat.said(),
                seat.since(),
                known.map(ring -> part(ring, self)).orElse(Part.MEMBER),
                known.filter(rings::isOrphaned).isPresent(),
                words(seat, known),
                known.stream()
                        .flatMap(ring -> ring.members().stream().map(member -> shown(ring, member, self)))
                        .toList(),
                known.stream()
                        .flatMap(ring -> votes.applications(seat.team(), ring).stream())
                        .map(this::shown)
                        .toList());
    }

    private static RingsPage.Words words(RingSeat seat, Optional<Ring> known) {
        return known.map(ring -> new RingsPage.Words(
                        ring.name(),
                        ring.charter(),
                        "%d/%d/%d"
                                .formatted(
                                        ring.lanes().ring(),
                                        ring.lanes().neighbour(),
                                        ring.lanes().open())))
                .orElseGet(() -> new RingsPage.Words(seat.name(), "", ""));
    }

    private static Part part(Ring ring, URI self) {
        if (!ring.isSteward(self)) {
            return Part.MEMBER;
        }
        return ring.hosted() ? Part.KEEPER : Part.STEWARD;
    }

    private static RingsPage.Standing standing(RingSeat.State state) {
        return switch (state) {
            case ASKED -> RingsPage.Standing.ASKED;
            case IN -> RingsPage.Standing.IN;
            case REFUSED -> RingsPage.Standing.REFUSED;
            case OUT -> RingsPage.Standing.OUT;
        };
    }

    private static RingsPage.Member shown(Ring ring, RingMember member, URI self) {
        return new RingsPage.Member(
                member.address().toString(),
                member.name(),
                member.page().toString(),
                member.page().getRawAuthority(),
                member.address().equals(self),
                ring.isSteward(member.address()),
                member.isTeam(),
                member.holds());
    }

    private RingsPage.Applicant shown(RingApplication application) {
        return new RingsPage.Applicant(
                application.applicant().toString(),
                application.name(),
                application.page().toString(),
                application.applicant().getRawAuthority(),
                votes.yesses(application),
                application.closesAt());
    }

    private static RingsPage.Invitation shown(RingInvitation invitation) {
        return new RingsPage.Invitation(
                invitation.ring().toString(),
                invitation.ring().getRawAuthority(),
                invitation.inviter().toString(),
                invitation.at());
    }
}
