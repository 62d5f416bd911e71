// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.roster;

import live.tributary.node.broadcast.Channel;
import live.tributary.node.team.Member;
import live.tributary.node.team.Team;

/** A member's place in a team, with the channel that goes with it. */
public record Seat(Team team, Member member, Channel channel) {

    /** Path of the page where this member is watched. */
    public String path() {
        return "/@%s/%s".formatted(team.handle(), member.handle());
    }
}
