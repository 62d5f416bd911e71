// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.federation.webfinger.Handle;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.KeyRenewals;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.moving.MoveOutcome;
import live.tributary.node.moving.Moves;
import live.tributary.node.moving.Obstacle;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.MovingPage;
import live.tributary.web.page.MovingPage.Typed;
import live.tributary.web.page.MovingPage.Who;

/** How a team or a member comes from another server with its followers, or goes to one; and the keys of the team. */
@Controller
final class MovingController {

    private static final String PATH = "/studio/fediverse/moving";
    private static final String PATH_OF_ME = PATH + "/me";

    private final Moves moves;
    private final KeyRenewals keys;
    private final Actors actors;
    private final MovingPages pages;
    private final Studio studio;

    MovingController(Moves moves, KeyRenewals keys, Actors actors, MovingPages pages, Studio studio) {
        this.moves = moves;
        this.keys = keys;
        this.actors = actors;
        this.pages = pages;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer team(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), Who.TEAM, Typed.nothing()));
    }

    @GetMapping(PATH_OF_ME)
    Answer me(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), Who.ME, Typed.nothing()));
    }

    @PostMapping(PATH + "/former")
    Answer add(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var who = who(form);
        return after(
                account(form.text("former"), account -> moves.addFormer(visitor.actor(), local(seat, who), account)),
                who,
                error -> page(visitor, seat, who, new Typed(form.text("former"), "", FormErrors.on("former", error))));
    }

    @PostMapping(PATH + "/former/drop")
    Answer drop(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return after(moves.dropFormer(visitor.actor(), local(seat, who(form)), form.address("address")), who(form));
    }

    @PostMapping(PATH + "/leave")
    Answer leave(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var who = who(form);
        return after(
                account(form.text("target"), account -> moves.leave(visitor.actor(), local(seat, who), account)),
                who,
                error -> page(visitor, seat, who, new Typed("", form.text("target"), FormErrors.on("target", error))));
    }

    @PostMapping(PATH + "/come-back")
    Answer comeBack(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return after(moves.comeBack(visitor.actor(), local(seat, who(form))), who(form));
    }

    @PostMapping(PATH + "/keys")
    Answer renew(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        keys.ask(visitor.actor(), studio.seat(visitor, team).team().id());
        return Answer.goTo(PATH);
    }

    /** Whoever is named; what is no account of anybody is nobody's. */
    private static Optional<FieldError> account(String typed, Function<Handle, MoveOutcome> then) {
        return RemoteAccount.parse(typed)
                .filter(account -> !account.serverOnly())
                .map(account -> switch (then.apply(account.handle())) {
                    case MoveOutcome.Done() -> Optional.<FieldError>empty();
                    case MoveOutcome.Refused(var why) -> Optional.of(error(why));
                })
                .orElse(Optional.of(FieldError.FAR_ACCOUNT_INVALID));
    }

    private static FieldError error(Obstacle why) {
        return switch (why) {
            case NO_SUCH_SERVER -> FieldError.SERVER_UNKNOWN;
            case NO_ANSWER -> FieldError.FAR_ACCOUNT_SILENT;
            case BLOCKED -> FieldError.SERVER_BLOCKED;
            case UNKNOWN -> FieldError.FAR_ACCOUNT_UNKNOWN;
            case ITSELF -> FieldError.FAR_ACCOUNT_ITSELF;
            case DOES_NOT_NAME_US -> FieldError.FAR_ACCOUNT_SAYS_NOTHING;
            case HAS_MOVED -> FieldError.FAR_ACCOUNT_MOVED;
            case TOO_MANY -> FieldError.FAR_ACCOUNTS_TOO_MANY;
        };
    }

    private static Answer after(Optional<FieldError> error, Who who, Function<FieldError, MovingPage> again) {
        return error.map(wrong -> Answer.again(again.apply(wrong))).orElseGet(() -> goTo(who));
    }

    private static Answer after(boolean done, Who who) {
        if (!done) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return goTo(who);
    }

    private static Answer goTo(Who who) {
        return Answer.goTo(who == Who.TEAM ? PATH : PATH_OF_ME);
    }

    private static Who who(Form form) {
        return form.text("of").equals(Who.TEAM.value()) ? Who.TEAM : Who.ME;
    }

    private LocalActor local(Seat seat, Who who) {
        return switch (who) {
            case TEAM -> actors.group(seat.team().id()).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
            case ME -> actors.person(seat.member().id()).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        };
    }

    /** Who may not move the team is shown nothing of it. */
    private MovingPage page(Visitor visitor, Seat seat, Who who, Typed typed) {
        var local = local(seat, who);
        if (!moves.mayMove(visitor.actor(), local)) {
            throw Problem.of(Problem.Kind.FORBIDDEN).because("not an owner of the team");
        }
        var path = who == Who.TEAM ? PATH : PATH_OF_ME;
        var mayManage = moves.mayMove(visitor.actor(), local(seat, Who.TEAM));
        return pages.of(studio.frame(visitor, path, seat), seat, who, local, mayManage, typed);
    }
}
