// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import live.tributary.node.accounts.Account;
import live.tributary.node.broadcast.Channel;
import live.tributary.node.team.Member;
import live.tributary.node.team.Team;

/** Who goes on air, and where. */
record DemoSeat(Account account, Team team, Member member, Channel channel) {

    /** The page where it can be watched, below the node's address. */
    String watchPath() {
        return "/@%s/%s".formatted(team.handle(), member.handle());
    }
}
