// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.fixtures.Heard;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;

/** The module with its neighbours. */
final class TeamSlice implements AutoCloseable {

    final TestClock clock = new TestClock();
    final ModuleSlice slice;
    final Teams teams;
    final Members members;
    final Invitations invitations;
    final People people;
    final Heard heard;

    TeamSlice(TestDatabase database) {
        database.empty("team.team", "accounts.account");
        slice = ModuleSlice.of(
                database,
                clock,
                InstanceAutoConfiguration.class,
                AccountsAutoConfiguration.class,
                TeamAutoConfiguration.class,
                Heard.class);
        teams = slice.get(Teams.class);
        members = slice.get(Members.class);
        invitations = slice.get(Invitations.class);
        people = new People(slice);
        heard = slice.get(Heard.class);
    }

    @Override
    public void close() {
        slice.close();
    }
}
