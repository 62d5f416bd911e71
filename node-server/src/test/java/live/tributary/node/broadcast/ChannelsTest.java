// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
final class ChannelsTest {

    private final BroadcastSlice house;

    ChannelsTest(TestDatabase database) {
        this.house = new BroadcastSlice(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyMemberHasOneFromTheFirstMoment() {
        assertThat(house.members.of(house.north.id()))
                .hasSize(2)
                .allSatisfy(member ->
                        assertThat(house.channels.ofMember(member.id())).isPresent());
        assertThat(house.channels.find(house.channel.id())).contains(house.channel);
        assertThat(house.channels.find(ChannelId.random())).isEmpty();
    }

    @Test
    void areCalledLikeTheirMemberAtFirst() {
        assertThat(house.channel.title()).isEqualTo(new Title("ana"));
    }

    @Test
    void ofATeamAreThoseOfItsPresentMembers() {
        assertThat(house.channels.ofTeam(house.north.id())).hasSize(2);
        house.members.remove(house.people.owner(), house.ana.id());
        assertThat(house.channels.ofTeam(house.north.id()))
                .extracting(Channel::member)
                .doesNotContain(house.ana.id())
                .hasSize(1);
    }

    @Test
    void areDirectedByTheirMemberAndTheOwners() {
        var ben = house.people.streamer(house.north.id(), "ben");
        var channel = house.channel.id();
        assertThat(house.channels.mayDirect(People.actor(house.ana), channel)).isTrue();
        assertThat(house.channels.mayDirect(house.people.owner(), channel)).isTrue();
        assertThat(house.channels.mayDirect(Actor.SYSTEM, channel)).isTrue();
        assertThat(house.channels.mayDirect(People.actor(ben), channel)).isFalse();
        assertThat(house.channels.mayDirect(Actor.ANONYMOUS, channel)).isFalse();
    }

    @Test
    void areNoLongerDirectedByWhoLeft() {
        house.members.remove(People.actor(house.ana), house.ana.id());
        assertThat(house.channels.mayDirect(People.actor(house.ana), house.channel.id()))
                .isFalse();
    }
}
