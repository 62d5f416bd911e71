// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.InvitationId;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.roster.Roster;
import live.tributary.node.team.Invitations;

/** Invitations into the visitor's team. */
@RestController
final class InvitationApiController {

    private final Invitations invitations;
    private final Roster roster;
    private final Node node;

    InvitationApiController(Invitations invitations, Roster roster, Node node) {
        this.invitations = invitations;
        this.roster = roster;
        this.node = node;
    }

    /** {@code InvitationList} of the contract. */
    record InvitationList(List<Invitation> invitations) {}

    /** {@code Invitation} of the contract. */
    record Invitation(String id, Instant createdAt, Instant expiresAt) {}

    /** {@code MadeInvitation} of the contract. */
    record MadeInvitation(String id, String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "MadeInvitation[%s]".formatted(id);
        }
    }

    @GetMapping("/api/v1/studio/invitations")
    InvitationList list(@RequestParam(defaultValue = "") String team, Visitor visitor) {
        var open = invitations.open(visitor.actor(), team(visitor, team)).stream()
                .map(found -> new Invitation(found.id().toString(), found.issuedAt(), found.expiresAt()))
                .toList();
        return new InvitationList(open);
    }

    @PostMapping("/api/v1/studio/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    MadeInvitation make(@RequestParam(defaultValue = "") String team, Visitor visitor) {
        var issued = invitations.issue(visitor.actor(), team(visitor, team));
        return new MadeInvitation(
                issued.invitation().id().toString(),
                node.link("/invite/" + issued.token().value()).toString(),
                issued.invitation().expiresAt());
    }

    @DeleteMapping("/api/v1/studio/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String invitation, Visitor visitor) {
        SignedIn.require(visitor);
        var withdrawn = InvitationId.parse(invitation).filter(id -> invitations.revoke(visitor.actor(), id));
        if (withdrawn.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    /** The team of that handle, or the first one joined if none is named. */
    private TeamId team(Visitor visitor, String handle) {
        SignedIn.require(visitor);
        return roster.own(visitor.actor(), handle)
                .map(seat -> seat.team())
                .filter(team -> handle.isEmpty() || team.handle().value().equals(handle))
                .map(team -> team.id())
                .orElseThrow(() -> Problem.of(Problem.Kind.FORBIDDEN).because("no seat in any team"));
    }
}
