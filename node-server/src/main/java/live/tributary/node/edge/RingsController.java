// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.rings.RingFounding;
import live.tributary.node.rings.RingInvitations;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.RingSuccession;
import live.tributary.node.rings.RingVotes;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.RingsPage.Forms;

/** The rings of a team, in its studio. */
@Controller
final class RingsController {

    private static final String PATH = RingsDesk.PATH;

    private final RingsDesk desk;
    private final RingFounding founding;
    private final RingSuccession succession;
    private final RingSeats seats;
    private final RingInvitations invitations;
    private final RingVotes votes;

    RingsController(
            RingsDesk desk,
            RingFounding founding,
            RingSuccession succession,
            RingSeats seats,
            RingInvitations invitations,
            RingVotes votes) {
        this.desk = desk;
        this.founding = founding;
        this.succession = succession;
        this.seats = seats;
        this.invitations = invitations;
        this.votes = votes;
    }

    @GetMapping(PATH)
    Answer show(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.show(desk.at(visitor, team));
    }

    @PostMapping(PATH + "/found")
    Answer found(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        return switch (RingFields.founding(form)) {
            case RingFields.Founding(var slug, var words) ->
                desk.after(
                        sitting,
                        founding.found(visitor.actor(), sitting.team(), slug, words),
                        error -> founding(form, FormErrors.on("slug", error)));
            case RingFields.Bad(var errors) -> desk.again(sitting, founding(form, errors));
            case RingFields.Rewriting _ -> throw Problem.of(Problem.Kind.BAD_REQUEST);
        };
    }

    @PostMapping(PATH + "/apply")
    Answer apply(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        var typed = form.text("apply").strip();
        return desk.after(
                sitting,
                seats.apply(visitor.actor(), sitting.team(), typed),
                error -> Forms.applying(typed, FormErrors.on("apply", error)));
    }

    @PostMapping(PATH + "/decline")
    Answer decline(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        if (!invitations.decline(visitor.actor(), sitting.team(), form.address("ring"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/invite")
    Answer invite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        var typed = form.text("invite").strip();
        return desk.after(
                sitting,
                invitations.invite(visitor.actor(), sitting.team(), form.address("ring"), typed),
                error -> RingsDesk.about(form, "invite", typed, error));
    }

    @PostMapping(PATH + "/vote")
    Answer vote(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        boolean yes = form.text("vote").equals("yes");
        return desk.settle(
                form,
                visitor,
                team,
                own -> votes.vote(visitor.actor(), own, form.address("ring"), form.address("applicant"), yes));
    }

    @PostMapping(PATH + "/expel")
    Answer expel(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(
                form,
                visitor,
                team,
                own -> votes.expel(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/leave")
    Answer leave(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(form, visitor, team, own -> seats.leave(visitor.actor(), own, form.address("ring")));
    }

    @PostMapping(PATH + "/succeed")
    Answer succeed(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(form, visitor, team, own -> succession.succeed(visitor.actor(), own, form.address("ring")));
    }

    private static Forms founding(Form form, FormErrors errors) {
        return Forms.founding(form.text("name"), form.text("slug"), form.text("charter"), errors);
    }
}
