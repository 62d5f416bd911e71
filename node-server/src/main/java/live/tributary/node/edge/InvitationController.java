// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Secret;
import live.tributary.node.team.Acceptance;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.AccountForm;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.InvitationPage;

/** A link that makes one person a member of a team. */
@Controller
final class InvitationController {

    private final Invitations invitations;
    private final Teams teams;
    private final Doorway doorway;
    private final Frames frames;

    InvitationController(Invitations invitations, Teams teams, Doorway doorway, Frames frames) {
        this.invitations = invitations;
        this.teams = teams;
        this.doorway = doorway;
        this.frames = frames;
    }

    @GetMapping("/invite/{token}")
    Answer form(@PathVariable String token, Visitor visitor) {
        return Answer.show(page(visitor, token, team(token), AccountForm.empty()));
    }

    @PostMapping("/invite/{token}")
    Answer accept(@PathVariable String token, Form form, Visitor visitor, ServerHttpRequest request) {
        var team = team(token);
        if (!doorway.open(visitor)) {
            return again(visitor, token, team, form, FormErrors.on("password", FieldError.PLAIN_HTTP));
        }
        return switch (AccountFields.read(form)) {
            case AccountFields.Bad(var filled) -> Answer.again(page(visitor, token, team, filled));
            case AccountFields.Good(var applicant) ->
                switch (invitations.accept(visitor.actor(), new Secret(token), applicant)) {
                    case Acceptance.Accepted _ ->
                        doorway.welcome(visitor, applicant, Doorway.browser(request), "/studio/keys");
                    case Acceptance.Refused(var reason) ->
                        again(visitor, token, team, form, AccountFields.errors(reason));
                    case Acceptance.Over() -> throw Problem.of(Problem.Kind.LINK_USED_UP);
                };
        };
    }

    private Team team(String token) {
        return Secret.parse(token)
                .flatMap(invitations::find)
                .flatMap(invitation -> teams.find(invitation.team()))
                .orElseThrow(() -> Problem.of(Problem.Kind.LINK_USED_UP));
    }

    private Answer again(Visitor visitor, String token, Team team, Form form, FormErrors errors) {
        return Answer.again(page(visitor, token, team, AccountFields.filled(form, errors)));
    }

    private InvitationPage page(Visitor visitor, String token, Team team, AccountForm form) {
        var brand = Brand.ofHue(team.hue().degrees());
        return new InvitationPage(frames.of(visitor, "/invite/" + token, brand), Badges.of(team), form);
    }
}
