// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class TeamsTest {

    private static final NewTeam NORTH =
            new NewTeam(new Handle("north"), new DisplayName("North Radio"), new Mark("NR"), new Hue(195));

    private final TeamSlice house;

    TeamsTest(TestDatabase database) {
        this.house = new TeamSlice(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theFounderIsTheFirstOwner() {
        var owner = house.people.owner();
        assertThat(house.teams.found(owner, NORTH)).isInstanceOfSatisfying(Founding.Founded.class, founded -> {
            assertThat(founded.founder().role()).isEqualTo(Role.OWNER);
            assertThat(founded.founder().account()).isEqualTo(owner.account());
            assertThat(house.teams.find(new Handle("north"))).contains(founded.team());
            assertThat(house.teams.find(founded.team().id())).contains(founded.team());
            assertThat(house.members.of(founded.team().id())).containsExactly(founded.founder());
            assertThat(house.heard.all(MemberJoined.class))
                    .extracting(MemberJoined::member)
                    .containsExactly(founded.founder().id());
        });
    }

    @Test
    void aNodeHoldsSeveralInTheOrderOfTheirFounding() {
        var first = house.people.team("zeta").team();
        house.clock.advance(Duration.ofSeconds(1));
        var second = house.people.team("alpha").team();
        assertThat(house.teams.all()).containsExactly(first, second);
        assertThat(house.members.seatsOf(house.people.owner().account()))
                .extracting(Member::team)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void aHandleBelongsToOneTeam() {
        house.teams.found(house.people.owner(), NORTH);
        assertThat(house.teams.found(house.people.owner(), NORTH)).isEqualTo(new Founding.HandleTaken());
        assertThat(house.teams.all()).hasSize(1);
    }

    @Test
    void onlyTheOwnerOfTheNodeFoundsThem() {
        var streamer = house.people.streamer(house.people.team("north").team().id(), "ana");
        assertThatThrownBy(() -> house.teams.found(Actor.ANONYMOUS, NORTH)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.teams.found(People.actor(streamer), NORTH))
                .isInstanceOf(NotAllowedException.class);
        assertThat(house.teams.all()).hasSize(1);
    }
}
