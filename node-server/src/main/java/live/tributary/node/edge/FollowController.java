// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.webfinger.Jrd;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.RemoteFollow;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FollowPage;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Presence;

/** "Follow from your server": asks the visitor's own server where it lets them follow, and sends them there. */
@Controller
final class FollowController {

    private final Teams teams;
    private final Presences presences;
    private final WebFingerClient webFinger;
    private final DomainPolicies policies;
    private final Frames frames;

    FollowController(
            Teams teams, Presences presences, WebFingerClient webFinger, DomainPolicies policies, Frames frames) {
        this.teams = teams;
        this.presences = presences;
        this.webFinger = webFinger;
        this.policies = policies;
        this.frames = frames;
    }

    @GetMapping("/@{team}/follow")
    Answer form(@PathVariable String team, Visitor visitor) {
        var found = find(team);
        return Answer.show(page(found, known(found), "", FormErrors.none(), visitor));
    }

    @PostMapping("/@{team}/follow")
    Answer follow(@PathVariable String team, Form form, Visitor visitor) {
        var found = find(team);
        var known = known(found);
        var typed = form.text("account").strip();
        return switch (wayTo(typed, known)) {
            case Way.Open(var page) -> Answer.leave(page);
            case Way.Closed(var why) -> Answer.again(page(found, known, typed, FormErrors.on("account", why), visitor));
        };
    }

    private Way wayTo(String typed, Presence.Known known) {
        var account = RemoteAccount.parse(typed);
        if (account.isEmpty()) {
            return new Way.Closed(FieldError.ACCOUNT_INVALID);
        }
        var handle = account.get().handle();
        if (policies.standing(hostOf(handle.host())).suspended()) {
            return new Way.Closed(FieldError.SERVER_BLOCKED);
        }
        return switch (webFinger.find(handle, Budget.ofOneActivity())) {
            case LookUp.Found(var _, var _, var jrd) -> wayOf(jrd, known);
            case LookUp.Nobody _, LookUp.Contradiction _ ->
                new Way.Closed(
                        account.get().serverOnly() ? FieldError.SERVER_WITHOUT_FOLLOW : FieldError.ACCOUNT_UNKNOWN);
            case LookUp.NoAnswer(var _, var outcome) -> new Way.Closed(trouble(outcome));
        };
    }

    private static Way wayOf(Jrd visitor, Presence.Known known) {
        return RemoteFollow.page(visitor, known.document())
                .<Way>map(Way.Open::new)
                .orElseGet(() -> new Way.Closed(FieldError.SERVER_WITHOUT_FOLLOW));
    }

    private static FieldError trouble(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotResolvable _, Outcome.Refused _ -> FieldError.SERVER_UNKNOWN;
            case Outcome.Answered _ -> FieldError.SERVER_WITHOUT_FOLLOW;
            case Outcome.TimedOut _, Outcome.TooLarge _, Outcome.Broken _ -> FieldError.SERVER_SILENT;
        };
    }

    private static String hostOf(String authority) {
        return authority.replaceFirst(":\\d+$", "");
    }

    private Team find(String handle) {
        return Handle.parse(handle).flatMap(teams::find).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private Presence.Known known(Team team) {
        return switch (presences.of(team)) {
            case Presence.Known known -> known;
            case Presence.None() -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    private FollowPage page(Team team, Presence.Known known, String typed, FormErrors errors, Visitor visitor) {
        var badge = Badges.of(team);
        var frame =
                frames.of(visitor, badge.followPath(), Brand.ofHue(team.hue().degrees()));
        return new FollowPage(frame, badge, known.address(), typed, errors);
    }
}
