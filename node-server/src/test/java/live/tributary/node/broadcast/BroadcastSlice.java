// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.fixtures.Heard;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.node.team.TeamAutoConfiguration;

/** The module with its neighbours, a team, and a streamer in it. */
final class BroadcastSlice implements AutoCloseable {

    final TestClock clock = new TestClock();
    final ModuleSlice slice;
    final Channels channels;
    final StreamKeys keys;
    final Broadcasts broadcasts;
    final Members members;
    final People people;
    final Heard heard;
    final Team north;
    final Member ana;
    final Channel channel;

    BroadcastSlice(TestDatabase database) {
        database.empty("team.team", "accounts.account");
        slice = ModuleSlice.of(
                database,
                clock,
                InstanceAutoConfiguration.class,
                AccountsAutoConfiguration.class,
                TeamAutoConfiguration.class,
                BroadcastAutoConfiguration.class,
                Heard.class);
        channels = slice.get(Channels.class);
        keys = slice.get(StreamKeys.class);
        broadcasts = slice.get(Broadcasts.class);
        members = slice.get(Members.class);
        heard = slice.get(Heard.class);
        people = new People(slice);
        north = people.team("north").team();
        ana = people.streamer(north.id(), "ana");
        channel = channels.ofMember(ana.id()).orElseThrow();
    }

    @Override
    public void close() {
        slice.close();
    }
}
