// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.InvitationId;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Founding;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Role;
import live.tributary.node.team.Teams;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.MembersPage;
import live.tributary.web.page.TeamForm;

/** Who is in a team, who is invited, and further teams of the node. */
@Controller
final class MembersController {

    private static final String PATH = "/studio/members";

    private final Teams teams;
    private final Members members;
    private final Invitations invitations;
    private final Node node;
    private final Studio studio;
    private final Reveals reveals;

    MembersController(
            Teams teams, Members members, Invitations invitations, Node node, Studio studio, Reveals reveals) {
        this.teams = teams;
        this.members = members;
        this.invitations = invitations;
        this.node = node;
        this.studio = studio;
        this.reveals = reveals;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), TeamForm.empty()));
    }

    @PostMapping("/studio/invitations")
    Answer invite(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var issued = invitations.issue(
                visitor.actor(), studio.seat(visitor, team).team().id());
        var link = node.link("/invite/" + issued.token().value());
        reveals.keep(visitor.actor(), Reveals.Kind.INVITATION, link.toString());
        return Answer.goTo(PATH);
    }

    @PostMapping("/studio/invitations/{invitation}/revoke")
    Answer withdraw(@PathVariable String invitation, Visitor visitor) {
        if (InvitationId.parse(invitation)
                .filter(id -> invitations.revoke(visitor.actor(), id))
                .isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    @PostMapping("/studio/members/{member}/remove")
    Answer remove(@PathVariable String member, Visitor visitor) {
        var id = MemberId.parse(member).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return switch (members.remove(visitor.actor(), id)) {
            case REMOVED -> Answer.goTo(PATH);
            case LAST_OWNER -> throw Problem.of(Problem.Kind.CONFLICT);
            case NOT_A_MEMBER -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    @PostMapping("/studio/teams")
    Answer found(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return switch (TeamFields.read(form)) {
            case TeamFields.Bad(var again) -> Answer.again(page(visitor, studio.seat(visitor, team), again));
            case TeamFields.Good(var wish) -> found(wish, form, visitor, team);
        };
    }

    private Answer found(NewTeam wish, Form form, Visitor visitor, String team) {
        return switch (teams.found(visitor.actor(), wish)) {
            case Founding.HandleTaken() -> {
                var taken = TeamFields.filled(form, FormErrors.on("handle", FieldError.HANDLE_TAKEN));
                yield Answer.again(page(visitor, studio.seat(visitor, team), taken));
            }
            case Founding.Founded(var founded, var _) -> Studio.workFor(founded, PATH, visitor);
        };
    }

    /** For people of several teams: whose studio they see from now on. */
    @GetMapping("/studio/teams/{team}")
    Answer change(@PathVariable String team, Visitor visitor) {
        return Studio.workFor(studio.seat(visitor, team).team(), PATH, visitor);
    }

    private MembersPage page(Visitor visitor, Seat seat, TeamForm furtherTeam) {
        var team = seat.team();
        var manages = members.mayManage(visitor.actor(), team.id());
        return new MembersPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(team),
                Badges.of(seat.member()),
                members.of(team.id()).stream().map(member -> row(member, seat)).toList(),
                manages ? open(visitor, seat) : List.of(),
                reveals.take(visitor.actor(), Reveals.Kind.INVITATION),
                manages,
                furtherTeam);
    }

    private List<MembersPage.Invitation> open(Visitor visitor, Seat seat) {
        return invitations.open(visitor.actor(), seat.team().id()).stream()
                .map(open -> new MembersPage.Invitation(open.id().toString(), open.issuedAt(), open.expiresAt()))
                .toList();
    }

    private static MembersPage.Row row(Member member, Seat own) {
        var removable = !member.equals(own.member());
        return new MembersPage.Row(member.id().toString(), Badges.of(member), member.role() == Role.OWNER, removable);
    }
}
