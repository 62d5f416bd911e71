// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.rings.RingStewards;

/** What the stewards of a ring of this node do about it, in the studio. */
@Controller
final class RingStewardsController {

    private static final String PATH = RingsDesk.PATH;

    private final RingsDesk desk;
    private final RingStewards stewards;

    RingStewardsController(RingsDesk desk, RingStewards stewards) {
        this.desk = desk;
        this.stewards = stewards;
    }

    @PostMapping(PATH + "/rewrite")
    Answer rewrite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        return switch (RingFields.rewriting(form)) {
            case RingFields.Rewriting(var words) ->
                desk.after(
                        sitting,
                        stewards.rewrite(visitor.actor(), sitting.team(), form.address("ring"), words),
                        error -> RingsDesk.about(form, "ring", "", error));
            case RingFields.Bad(var errors) -> desk.again(sitting, RingsDesk.about(form, "", errors));
            case RingFields.Founding _ -> throw Problem.of(Problem.Kind.BAD_REQUEST);
        };
    }

    @PostMapping(PATH + "/site")
    Answer addSite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var sitting = desk.at(visitor, team);
        var typed = form.text("site").strip();
        return desk.after(
                sitting,
                stewards.addSite(visitor.actor(), sitting.team(), form.address("ring"), typed),
                error -> RingsDesk.about(form, "site", typed, error));
    }

    @PostMapping(PATH + "/up")
    Answer moveUp(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(
                form,
                visitor,
                team,
                own -> stewards.moveUp(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/appoint")
    Answer appoint(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(
                form,
                visitor,
                team,
                own -> stewards.appoint(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/step-down")
    Answer stepDown(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return desk.settle(form, visitor, team, own -> stewards.stepDown(visitor.actor(), own, form.address("ring")));
    }
}
