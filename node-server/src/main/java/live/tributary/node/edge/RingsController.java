// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.function.Function;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingDeed;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.Rings;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.RingsPage.Forms;

/** The rings of a team, in its studio. */
@Controller
final class RingsController {

    private static final String PATH = "/studio/rings";

    private final Rings rings;
    private final RingSeats seats;
    private final RingsPages pages;
    private final Studio studio;

    RingsController(Rings rings, RingSeats seats, RingsPages pages, Studio studio) {
        this.rings = rings;
        this.seats = seats;
        this.pages = pages;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer show(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        return Answer.show(
                pages.of(studio.frame(visitor, PATH, desk.seat()), desk.seat(), visitor.actor(), Forms.empty()));
    }

    @PostMapping(PATH + "/found")
    Answer found(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        return switch (RingFields.founding(form)) {
            case RingFields.Founding(var slug, var words) ->
                after(
                        desk,
                        rings.found(visitor.actor(), desk.seat().team().id(), slug, words),
                        error -> founding(form, FormErrors.on("slug", error)));
            case RingFields.Bad(var errors) -> again(desk, founding(form, errors));
            case RingFields.Rewriting _ -> throw Problem.of(Problem.Kind.BAD_REQUEST);
        };
    }

    @PostMapping(PATH + "/rewrite")
    Answer rewrite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        return switch (RingFields.rewriting(form)) {
            case RingFields.Rewriting(var words) ->
                after(
                        desk,
                        rings.rewrite(visitor.actor(), desk.seat().team().id(), form.address("ring"), words),
                        error -> about(form, "ring", "", error));
            case RingFields.Bad(var errors) -> again(desk, about(form, "", errors));
            case RingFields.Founding _ -> throw Problem.of(Problem.Kind.BAD_REQUEST);
        };
    }

    @PostMapping(PATH + "/apply")
    Answer apply(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        var typed = form.text("apply").strip();
        return after(
                desk,
                seats.apply(visitor.actor(), desk.seat().team().id(), typed),
                error -> new Forms("", "", "", "", typed, "", FormErrors.on("apply", error)));
    }

    @PostMapping(PATH + "/decline")
    Answer decline(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        if (!seats.decline(visitor.actor(), desk.seat().team().id(), form.address("ring"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/invite")
    Answer invite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        var typed = form.text("invite").strip();
        return after(
                desk,
                seats.invite(visitor.actor(), desk.seat().team().id(), form.address("ring"), typed),
                error -> about(form, "invite", typed, error));
    }

    @PostMapping(PATH + "/site")
    Answer addSite(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var desk = desk(visitor, team);
        var typed = form.text("site").strip();
        return after(
                desk,
                rings.addSite(visitor.actor(), desk.seat().team().id(), form.address("ring"), typed),
                error -> about(form, "site", typed, error));
    }

    @PostMapping(PATH + "/vote")
    Answer vote(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        boolean yes = form.text("vote").equals("yes");
        return settle(
                form,
                visitor,
                team,
                own -> seats.vote(visitor.actor(), own, form.address("ring"), form.address("applicant"), yes));
    }

    @PostMapping(PATH + "/expel")
    Answer expel(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(
                form,
                visitor,
                team,
                own -> seats.expel(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/leave")
    Answer leave(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(form, visitor, team, own -> seats.leave(visitor.actor(), own, form.address("ring")));
    }

    @PostMapping(PATH + "/up")
    Answer moveUp(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(
                form,
                visitor,
                team,
                own -> rings.moveUp(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/appoint")
    Answer appoint(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(
                form,
                visitor,
                team,
                own -> rings.appoint(visitor.actor(), own, form.address("ring"), form.address("member")));
    }

    @PostMapping(PATH + "/step-down")
    Answer stepDown(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(form, visitor, team, own -> rings.stepDown(visitor.actor(), own, form.address("ring")));
    }

    @PostMapping(PATH + "/succeed")
    Answer succeed(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return settle(form, visitor, team, own -> rings.succeed(visitor.actor(), own, form.address("ring")));
    }

    /** Who looks, and for which team. */
    private record Desk(Visitor visitor, Seat seat) {}

    private interface Again {
        Forms with(FieldError error);
    }

    private Desk desk(Visitor visitor, String team) {
        return new Desk(visitor, studio.seat(visitor, team));
    }

    /** What is about one ring, and has nothing that was typed. */
    private Answer settle(Form form, Visitor visitor, String team, Function<TeamId, RingDeed> deed) {
        var desk = desk(visitor, team);
        return after(desk, deed.apply(desk.seat().team().id()), error -> about(form, "ring", "", error));
    }

    private Answer after(Desk desk, RingDeed deed, Again again) {
        return switch (deed) {
            case RingDeed.Done _ -> Answer.goTo(PATH);
            case RingDeed.Not(var why) -> again(desk, again.with(error(why)));
        };
    }

    private Answer again(Desk desk, Forms forms) {
        var frame = studio.frame(desk.visitor(), PATH, desk.seat());
        return Answer.again(pages.of(frame, desk.seat(), desk.visitor().actor(), forms));
    }

    private static Forms founding(Form form, FormErrors errors) {
        return new Forms("", form.text("name"), form.text("slug"), form.text("charter"), "", "", errors);
    }

    private static Forms about(Form form, String field, String typed, FieldError error) {
        return about(form, typed, FormErrors.on(field, error));
    }

    private static Forms about(Form form, String typed, FormErrors errors) {
        return new Forms(form.text("ring"), "", "", "", "", typed, errors);
    }

    private static FieldError error(RingDeed.Why why) {
        return switch (why) {
            case SLUG_TAKEN -> FieldError.RING_SLUG_TAKEN;
            case TOO_MANY_RINGS -> FieldError.RINGS_TOO_MANY;
            case FULL -> FieldError.RING_FULL;
            case TOO_MANY_WAIT -> FieldError.RING_WAITS_TOO_MANY;
            case NO_ADDRESS -> FieldError.RING_ADDRESS_INVALID;
            case NO_SERVER -> FieldError.SERVER_UNKNOWN;
            case SILENT -> FieldError.RING_SILENT;
            case BLOCKED -> FieldError.RING_BLOCKED;
            case NO_RING -> FieldError.RING_NONE;
            case NO_TEAM -> FieldError.RING_TEAM_NONE;
            case ALREADY -> FieldError.RING_ALREADY;
            case LAST_STEWARD -> FieldError.RING_LAST_STEWARD;
            case TOO_OFTEN -> FieldError.RINGS_TOO_OFTEN;
            case HOST_ANSWERS -> FieldError.RING_HOST_ANSWERS;
            case GONE -> FieldError.RING_GONE;
        };
    }
}
