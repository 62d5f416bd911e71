// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class MembersTest {

    private final TestDatabase database;
    private final TeamSlice house;
    private final Team north;
    private final Member olga;
    private final Member ana;

    MembersTest(TestDatabase database) {
        this.database = database;
        this.house = new TeamSlice(database);
        var founded = house.people.team("north");
        this.north = founded.team();
        this.olga = founded.founder();
        this.ana = house.people.streamer(north.id(), "ana");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anOwnerRemovesAMember() {
        assertThat(house.members.remove(house.people.owner(), ana.id())).isEqualTo(Removal.REMOVED);
        assertThat(house.members.of(north.id())).containsExactly(olga);
        assertThat(house.members.find(ana.id())).isEmpty();
        assertThat(house.heard.all(MemberRemoved.class))
                .containsExactly(new MemberRemoved(ana.id(), north.id(), house.clock.instant()));
        assertThat(house.members.remove(house.people.owner(), ana.id())).isEqualTo(Removal.NOT_A_MEMBER);
    }

    @Test
    void aMemberMayLeaveAndTheHandleIsFreeAgain() {
        assertThat(house.members.remove(People.actor(ana), ana.id())).isEqualTo(Removal.REMOVED);
        assertThat(house.members.find(north.id(), ana.handle())).isEmpty();
    }

    @Test
    void aMemberRemovesNobodyElse() {
        var ben = house.people.streamer(north.id(), "ben");
        assertThatThrownBy(() -> house.members.remove(People.actor(ana), ben.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.members.remove(Actor.ANONYMOUS, ben.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(house.members.of(north.id())).contains(ben);
    }

    @Test
    void theLastOwnerCannotLeave() {
        assertThat(house.members.remove(house.people.owner(), olga.id())).isEqualTo(Removal.LAST_OWNER);
        assertThat(house.members.remove(Actor.SYSTEM, olga.id())).isEqualTo(Removal.LAST_OWNER);
        assertThat(house.members.of(north.id())).contains(olga);
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws InterruptedException, ExecutionException {
        database.client().sql("UPDATE team.member SET role = 'OWNER'").update();
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var removals = Stream.of(olga, ana)
                    .map(member -> people.submit(() -> {
                        start.await();
                        return house.members.remove(People.actor(member), member.id());
                    }))
                    .toList();
            assertThat(Stream.of(removals.get(0).get(), removals.get(1).get()))
                    .containsExactlyInAnyOrder(Removal.REMOVED, Removal.LAST_OWNER);
        }
        assertThat(house.members.of(north.id())).hasSize(1);
    }

    @Test
    void ownersActForEverybodyAndMembersForThemselves() {
        var other = house.people.team("south");
        var ben = house.people.streamer(other.team().id(), "ben");
        assertThat(house.members.mayActFor(house.people.owner(), ana.id())).isTrue();
        assertThat(house.members.mayActFor(People.actor(ana), ana.id())).isTrue();
        assertThat(house.members.mayActFor(Actor.SYSTEM, ana.id())).isTrue();
        assertThat(house.members.mayActFor(People.actor(ana), olga.id())).isFalse();
        assertThat(house.members.mayActFor(People.actor(ben), ana.id())).isFalse();
        assertThat(house.members.mayActFor(Actor.ANONYMOUS, ana.id())).isFalse();
        assertThat(house.members.mayManage(People.actor(ana), north.id())).isFalse();
    }
}
