// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.following.Asked;
import live.tributary.node.following.Followed;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FollowingPage;
import live.tributary.web.page.FollowingPage.Standing;
import live.tributary.web.page.FollowingPage.Whose;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.RemoteLiveCard;

/** Whom a team, a member and the node follow elsewhere. */
@Controller
final class FollowingController {

    private static final String PATH = "/studio/fediverse/following";

    private final Followings followings;
    private final RemoteCards cards;
    private final RemoteFaces faces;
    private final Studio studio;

    FollowingController(Followings followings, RemoteCards cards, RemoteFaces faces, Studio studio) {
        this.followings = followings;
        this.cards = cards;
        this.faces = faces;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), "", FormErrors.none()));
    }

    @PostMapping(PATH)
    Answer follow(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("address").strip();
        return switch (followings.follow(visitor.actor(), wisher(whose(form), seat), typed)) {
            case Asked.Done _ -> Answer.goTo(PATH);
            case Asked.Not(var why) -> again(visitor, seat, typed, FormErrors.on("address", error(why)));
            case Asked.TooOften(var pause) ->
                again(visitor, seat, typed, FormErrors.on("address", FieldError.FOLLOW_TOO_OFTEN, pause));
        };
    }

    private Answer again(Visitor visitor, Seat seat, String typed, FormErrors errors) {
        return Answer.again(page(visitor, seat, typed, errors));
    }

    @PostMapping(PATH + "/end")
    Answer end(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var wisher = wisher(whose(form), studio.seat(visitor, team));
        if (!followings.unfollow(visitor.actor(), wisher, form.address("followed"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    private static Whose whose(Form form) {
        return Stream.of(Whose.values())
                .filter(whose -> whose.value().equals(form.text("for")))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("the form does not say for whom"));
    }

    private static Wisher wisher(Whose whose, Seat seat) {
        return switch (whose) {
            case TEAM -> new Wisher.OfTeam(seat.team().id());
            case MEMBER -> new Wisher.OfMember(seat.member().id());
            case NODE -> new Wisher.OfNode();
        };
    }

    private static FieldError error(Asked.Why why) {
        return switch (why) {
            case NO_ADDRESS -> FieldError.FOLLOW_INVALID;
            case NO_SERVER -> FieldError.SERVER_UNKNOWN;
            case NOBODY -> FieldError.FOLLOW_NOBODY;
            case NO_ACTOR_OF_ITS_OWN -> FieldError.FOLLOW_NO_SERVER_ACTOR;
            case SILENT -> FieldError.FOLLOW_SILENT;
            case BLOCKED -> FieldError.SERVER_BLOCKED;
            case OURS -> FieldError.FOLLOW_OURS;
            case TOO_MANY -> FieldError.FOLLOW_TOO_MANY;
        };
    }

    private FollowingPage page(Visitor visitor, Seat seat, String typed, FormErrors errors) {
        return new FollowingPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                typed,
                Stream.of(Whose.values())
                        .filter(whose -> followings.mayDecide(visitor.actor(), wisher(whose, seat)))
                        .toList(),
                errors,
                Stream.of(Whose.values())
                        .flatMap(whose -> followed(visitor, seat, whose))
                        .toList(),
                live(visitor, seat));
    }

    private Stream<FollowingPage.Followed> followed(Visitor visitor, Seat seat, Whose whose) {
        var wisher = wisher(whose, seat);
        var mayRemove = followings.mayDecide(visitor.actor(), wisher);
        return followings.of(visitor.actor(), wisher).stream().map(followed -> shown(followed, whose, mayRemove));
    }

    private FollowingPage.Followed shown(Followed followed, Whose whose, boolean mayRemove) {
        return new FollowingPage.Followed(
                followed.actor().toString(),
                faces.of(followed.actor()),
                whose,
                standing(followed.standing()),
                followed.since(),
                mayRemove);
    }

    private static Standing standing(Followed.Standing standing) {
        return switch (standing) {
            case ASKED -> Standing.ASKED;
            case UNANSWERED -> Standing.UNANSWERED;
            case FOLLOWED -> Standing.FOLLOWED;
            case UNREACHABLE -> Standing.UNREACHABLE;
            case REFUSED -> Standing.REFUSED;
            case GONE -> Standing.GONE;
        };
    }

    /** What the member sees alone comes first. */
    private List<RemoteLiveCard> live(Visitor visitor, Seat seat) {
        return Stream.of(Whose.MEMBER, Whose.TEAM, Whose.NODE)
                .flatMap(whose -> cards.of(visitor.actor(), wisher(whose, seat)).stream())
                .distinct()
                .toList();
    }
}
