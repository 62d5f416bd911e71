// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Handle;
import live.tributary.node.roster.LiveSeat;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.Air;
import live.tributary.web.page.HomePage;
import live.tributary.web.page.LiveCard;
import live.tributary.web.page.RemoteLiveCard;
import live.tributary.web.page.TeamPage;
import live.tributary.web.page.ViewerPage;

/** What everybody may see: who is live, the teams, and the page where a member is watched. */
@Controller
final class PublicController {

    private final Teams teams;
    private final Roster roster;
    private final Airs airs;
    private final Presences presences;
    private final FollowedLive followed;
    private final RingStrips rings;
    private final Ways ways;
    private final Frames frames;

    PublicController(
            Teams teams,
            Roster roster,
            Airs airs,
            Presences presences,
            FollowedLive followed,
            RingStrips rings,
            Ways ways,
            Frames frames) {
        this.teams = teams;
        this.roster = roster;
        this.airs = airs;
        this.presences = presences;
        this.followed = followed;
        this.rings = rings;
        this.ways = ways;
        this.frames = frames;
    }

    @GetMapping("/")
    Answer home(Visitor visitor) {
        var badges = teams.all().stream().map(Badges::of).toList();
        return Answer.show(new HomePage(frames.of(visitor, "/"), cards(roster.live()), followed.all(), badges));
    }

    /** Another server that asks for the team's document gets it elsewhere: here is the page, unless it wants nothing else. */
    @GetMapping(
            path = "/@{team}",
            produces = {"text/html", "*/*"})
    Answer team(@PathVariable String team, Visitor visitor) {
        var found = find(team);
        var seats = roster.of(found).stream()
                .map(seat -> new TeamPage.Seat(Badges.of(seat.member()), airs.shown(seat.channel())))
                .toList();
        var frame = frames.of(
                visitor, "/@" + found.handle(), Brand.ofHue(found.hue().degrees()));
        var downstream = roster.live(found).isEmpty() ? ways.offAir(found) : List.<RemoteLiveCard>of();
        return Answer.show(new TeamPage(
                frame, Badges.of(found), seats, presences.of(found), followed.of(found), rings.of(found), downstream));
    }

    /** Whoever of the team is on air; the team's own page while nobody is. */
    @GetMapping("/@{team}/live")
    Answer live(@PathVariable String team) {
        var found = find(team);
        return roster.live(found).stream()
                .findFirst()
                .map(live -> Answer.goTo(live.seat().path()))
                .orElseGet(() -> Answer.goTo("/@" + found.handle()));
    }

    /**
     * As with a team: a server that asks for a document gets the member's.
     *
     * @param arrive the ticket of somebody who comes with a raft
     */
    @GetMapping(
            path = "/@{team}/{member}",
            produces = {"text/html", "*/*"})
    Answer watch(
            @PathVariable String team,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String arrive,
            Visitor visitor) {
        var seat = Seats.find(roster, team, member).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var others = cards(roster.live(seat.team()).stream()
                .filter(live -> !live.seat().equals(seat))
                .toList());
        return Answer.show(viewer(seat, others, arrive, visitor));
    }

    private ViewerPage viewer(Seat seat, List<LiveCard> others, String ticket, Visitor visitor) {
        var brand = Brand.ofHue(seat.team().hue().degrees());
        var channel = seat.channel();
        var air = airs.shown(channel);
        return new ViewerPage(
                frames.of(visitor, seat.path(), brand),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                channel.id().value(),
                air,
                AboutFields.shown(channel.about()),
                others,
                presences.of(seat, visitor.actor()),
                rings.of(seat.team()),
                ways.of(seat, !(air instanceof Air.OffAir), ticket, visitor));
    }

    private Team find(String handle) {
        return Handle.parse(handle).flatMap(teams::find).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private List<LiveCard> cards(List<LiveSeat> live) {
        return live.stream().map(airs::card).toList();
    }
}
