// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.node.travel.Befriended;
import live.tributary.node.travel.Chosen;
import live.tributary.node.travel.Hosting;
import live.tributary.node.travel.Sendings;
import live.tributary.web.page.DownstreamPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** Whose viewers a team lets in, and where its own go. */
@Controller
final class DownstreamController {

    private static final String PATH = "/studio/downstream";

    private final Hosting hosting;
    private final Sendings sendings;
    private final DownstreamPages pages;
    private final Studio studio;

    DownstreamController(Hosting hosting, Sendings sendings, DownstreamPages pages, Studio studio) {
        this.hosting = hosting;
        this.sendings = sendings;
        this.pages = pages;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer show(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return Answer.show(page(visitor, seat, "", FormErrors.none()));
    }

    @PostMapping(PATH)
    Answer decide(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return switch (PolicyFields.read(form, hosting::find)) {
            case PolicyFields.Good(var policy) -> {
                hosting.put(visitor.actor(), seat.team().id(), policy);
                yield Answer.goTo(PATH);
            }
            case PolicyFields.Bad(var typed, var errors) ->
                Answer.again(pages.of(studio.frame(visitor, PATH, seat), seat, visitor.actor(), typed, "", errors));
        };
    }

    @PostMapping(PATH + "/shield")
    Answer shield(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        hosting.shield(visitor.actor(), seat.team().id(), form.ticked("up"));
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/friends")
    Answer befriend(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("friend").strip();
        return switch (hosting.befriend(visitor.actor(), seat.team().id(), typed)) {
            case Befriended.Done _ -> Answer.goTo(PATH);
            case Befriended.TooMany _ -> wrongFriend(visitor, seat, FieldError.FRIENDS_TOO_MANY);
            case Befriended.Nobody(var why) -> wrongFriend(visitor, seat, DownstreamPages.error(why));
        };
    }

    private Answer wrongFriend(Visitor visitor, Seat seat, FieldError error) {
        return Answer.again(page(visitor, seat, "", FormErrors.on("friend", error)));
    }

    @PostMapping(PATH + "/friends/drop")
    Answer unfriend(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        if (!hosting.unfriend(visitor.actor(), seat.team().id(), form.address("friend"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/undo")
    Answer undo(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        hosting.undo(visitor.actor(), seat.team().id(), form.address("source"));
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/send")
    Answer send(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("target").strip();
        return switch (sendings.send(visitor.actor(), seat.channel().id(), typed)) {
            case Chosen.Done _ -> Answer.goTo(PATH);
            case Chosen.Not(var why) ->
                Answer.again(page(visitor, seat, typed, FormErrors.on("target", DownstreamPages.error(why))));
        };
    }

    @PostMapping(PATH + "/pause")
    Answer pause(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return sendings.pause(visitor.actor(), seat.channel().id())
                ? Answer.goTo(PATH)
                : Answer.again(page(visitor, seat, "", FormErrors.on("target", FieldError.TARGET_WE_ARE_OFF_AIR)));
    }

    @PostMapping(PATH + "/back")
    Answer back(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        sendings.callBack(visitor.actor(), seat.channel().id());
        return Answer.goTo(PATH);
    }

    private DownstreamPage page(Visitor visitor, Seat seat, String target, FormErrors errors) {
        var policy = PolicyFields.shown(hosting.policy(seat.team().id()));
        return pages.of(studio.frame(visitor, PATH, seat), seat, visitor.actor(), policy, target, errors);
    }
}
