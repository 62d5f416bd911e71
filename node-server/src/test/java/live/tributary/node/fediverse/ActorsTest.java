// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.team.TeamAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
class ActorsTest {

    private final ModuleSlice slice;
    private final Actors actors;
    private final People people;

    ActorsTest(TestDatabase database) {
        database.empty("team.team", "accounts.account");
        slice = ModuleSlice.of(
                database,
                new TestClock(),
                InstanceAutoConfiguration.class,
                AccountsAutoConfiguration.class,
                TeamAutoConfiguration.class);
        actors = new Actors(new ActorStore(database.client()), new TestClock());
        people = new People(slice);
    }

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void haveOneNamespaceForTeamsAndPeople() {
        var team = people.team("north-bank").team();
        var namesake = people.streamer(team.id(), "ana");
        var group = actors.ensureGroup(team.id(), team.handle());
        assertThat(group.name()).isEqualTo(new ActorName("north_bank"));
        assertThat(actors.ensurePerson(namesake.id(), team.handle()).name()).isEqualTo(new ActorName("north_bank_2"));
        assertThat(actors.steward(team.id()).orElseThrow().name()).isEqualTo(new ActorName("north_bank_steward"));
    }

    @Test
    void areMadeOnce() {
        var team = people.team("delta").team();
        var group = actors.ensureGroup(team.id(), team.handle());
        assertThat(actors.ensureGroup(team.id(), team.handle())).isEqualTo(group);
        assertThat(actors.ensureNode()).isEqualTo(actors.ensureNode());
        assertThat(actors.find(group.id())).isEqualTo(new ActorLookup.Known(group));
        assertThat(actors.find(group.name())).isEqualTo(new ActorLookup.Known(group));
    }

    @Test
    void keepTheirNameWhenTheyAreGone() {
        var team = people.team("south").team();
        var ben = people.streamer(team.id(), "ben");
        var person = actors.ensurePerson(ben.id(), ben.handle());
        actors.retire(person.id());
        assertThat(actors.find(person.name())).isInstanceOf(ActorLookup.Gone.class);
        var other = people.streamer(team.id(), "ben-two");
        assertThat(actors.ensurePerson(other.id(), ben.handle()).name()).isEqualTo(new ActorName("ben_2"));
    }
}
