// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Companions;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.inbox.Replies;
import live.tributary.node.inbox.ReplyState;
import live.tributary.node.inbox.TeamRule;
import live.tributary.node.inbox.TeamRules;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Members;
import live.tributary.web.page.FediversePage;
import live.tributary.web.page.Presence;

/** Who follows a team from other servers, and what it decides about them. */
@Controller
final class FediverseController {

    private static final String PATH = "/studio/fediverse";

    private final TeamFollowers followers;
    private final FollowRequests requests;
    private final Replies replies;
    private final TeamRules rules;
    private final Companions companions;
    private final TeamBroadcasts broadcasts;
    private final Members members;
    private final Presences presences;
    private final RemoteFaces faces;
    private final Studio studio;

    FediverseController(
            TeamFollowers followers,
            FollowRequests requests,
            Replies replies,
            TeamRules rules,
            Companions companions,
            TeamBroadcasts broadcasts,
            Members members,
            Presences presences,
            RemoteFaces faces,
            Studio studio) {
        this.followers = followers;
        this.requests = requests;
        this.replies = replies;
        this.rules = rules;
        this.companions = companions;
        this.broadcasts = broadcasts;
        this.members = members;
        this.presences = presences;
        this.faces = faces;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team)));
    }

    @PostMapping(PATH + "/followers/approve")
    Answer approve(Form form, Visitor visitor) {
        return after(requests.approve(visitor.actor(), whom(form), form.address("follower")));
    }

    /** Who follows already is removed by a no, too. */
    @PostMapping({PATH + "/followers/refuse", PATH + "/followers/remove"})
    Answer refuse(Form form, Visitor visitor) {
        return after(requests.refuse(visitor.actor(), whom(form), form.address("follower")));
    }

    @PostMapping(PATH + "/replies/show")
    Answer show(Form form, Visitor visitor) {
        return after(replies.decide(visitor.actor(), form.address("reply"), ReplyState.SHOWN));
    }

    @PostMapping(PATH + "/replies/hide")
    Answer hide(Form form, Visitor visitor) {
        return after(replies.decide(visitor.actor(), form.address("reply"), ReplyState.HIDDEN));
    }

    /** Nothing of it is left here; other servers are asked to remove it. */
    @PostMapping(PATH + "/broadcasts/take-back")
    Answer takeBack(Form form, Visitor visitor) {
        return after(broadcasts.takeBack(visitor.actor(), form.address("broadcast")));
    }

    @PostMapping(PATH + "/wishes")
    Answer decide(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var wish = new TeamRule(form.ticked("see-followers"), form.ticked("see-replies"));
        var whose = studio.seat(visitor, team).team().id();
        rules.put(visitor.actor(), whose, wish);
        companions.put(visitor.actor(), whose, form.ticked("post-note"));
        return Answer.goTo(PATH);
    }

    private static Answer after(boolean done) {
        if (!done) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    private static ActorId whom(Form form) {
        return ActorId.parse(form.text("of")).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private FediversePage page(Visitor visitor, Seat seat) {
        var team = seat.team();
        var manages = members.mayManage(visitor.actor(), team.id());
        var wish = rules.of(team.id());
        return new FediversePage(
                studio.frame(visitor, PATH, seat),
                Badges.of(team),
                Badges.of(seat.member()),
                presences.of(team) instanceof Presence.Known known ? known.address() : "",
                followers.count(team),
                followers.of(team),
                followers.waiting(team),
                manages ? waitingReplies(visitor, seat) : List.of(),
                broadcasts.of(visitor.actor(), team),
                new FediversePage.Wishes(wish.approveFollowers(), wish.approveReplies(), companions.of(team.id())),
                manages);
    }

    private List<live.tributary.web.page.Reply> waitingReplies(Visitor visitor, Seat seat) {
        return replies.waiting(visitor.actor(), seat.team().id()).stream()
                .map(faces::shown)
                .toList();
    }
}
