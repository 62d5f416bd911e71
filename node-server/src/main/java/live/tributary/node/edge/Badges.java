// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.accounts.Account;
import live.tributary.node.team.Member;
import live.tributary.node.team.Team;
import live.tributary.web.page.Person;
import live.tributary.web.page.TeamBadge;

/** People and teams as pages show them. */
final class Badges {

    private Badges() {}

    static Person of(Account account) {
        return person(account.name().value(), account.handle().value());
    }

    static Person of(Member member) {
        return person(member.name().value(), member.handle().value());
    }

    static TeamBadge of(Team team) {
        return new TeamBadge(
                team.name().value(),
                team.handle().value(),
                team.mark().value(),
                team.hue().degrees());
    }

    private static Person person(String name, String handle) {
        return new Person(name, handle, Faces.hueOf(handle));
    }
}
