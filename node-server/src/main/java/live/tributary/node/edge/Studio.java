// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.ResponseCookie;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Team;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.Frame;

/** What all pages of the studio need: whose they are, and what surrounds them. */
final class Studio {

    /** Cookie with the handle of the team that a person of several teams works for; no secret. */
    static final String TEAM_COOKIE = "tributary-team";

    private final Roster roster;
    private final Frames frames;

    Studio(Roster roster, Frames frames) {
        this.roster = roster;
        this.frames = frames;
    }

    /**
     * The visitor's seat. Strangers are sent to the log-in, people without a seat are turned away.
     *
     * @param team handle of the team the visitor chose, or empty
     */
    Seat seat(Visitor visitor, String team) {
        return roster.own(visitor.actor(), team).orElseThrow(() -> turnedAway(visitor, "no seat in any team"));
    }

    /**
     * The visitor's seat in the team that a form or a link is about, and in no other: pages of one team stay open while
     * another is chosen.
     *
     * @param team its handle
     */
    Seat seatIn(Visitor visitor, String team) {
        return roster.in(visitor.actor(), team).orElseThrow(() -> turnedAway(visitor, "no seat in that team"));
    }

    private static Problem turnedAway(Visitor visitor, String because) {
        return switch (visitor.who()) {
            case Visitor.Who.Stranger() -> Problem.of(Problem.Kind.NOT_SIGNED_IN);
            case Visitor.Who.Member _ -> Problem.of(Problem.Kind.FORBIDDEN).because(because);
        };
    }

    /** The seat of the owner of the node, for what concerns all its teams. Everybody else is turned away. */
    Seat ownersSeat(Visitor visitor, String team) {
        var seat = seat(visitor, team);
        if (visitor.who() instanceof Visitor.Who.Member(var account) && account.nodeOwner()) {
            return seat;
        }
        throw Problem.of(Problem.Kind.FORBIDDEN).because("not the owner of the node");
    }

    /** Whether this is the owner of a node whose set-up has got no further than the claim. */
    boolean unfinished(Visitor visitor) {
        return visitor.who() instanceof Visitor.Who.Member(var account)
                && account.nodeOwner()
                && roster.own(visitor.actor(), "").isEmpty();
    }

    /** Goes to a page of the studio of this team, which is the one that the visitor works for from now on. */
    static Answer workFor(Team team, String path, Visitor visitor) {
        var cookie = ResponseCookie.from(TEAM_COOKIE, team.handle().value())
                .path("/studio")
                .httpOnly(true)
                .secure(visitor.transport().encrypted())
                .sameSite("Lax")
                .build();
        return Answer.goTo(path, cookie);
    }

    Frame frame(Visitor visitor, String path, Seat seat) {
        return frames.of(visitor, path, Brand.ofHue(seat.team().hue().degrees()));
    }
}
