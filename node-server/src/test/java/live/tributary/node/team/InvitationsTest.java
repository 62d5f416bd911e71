// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Password;
import live.tributary.node.accounts.RegistrationRefusal;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;
import live.tributary.node.team.Acceptance.Accepted;
import live.tributary.node.team.Acceptance.Over;
import live.tributary.node.team.Acceptance.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class InvitationsTest {

    private final TestDatabase database;
    private final TeamSlice house;
    private final Team north;

    InvitationsTest(TestDatabase database) {
        this.database = database;
        this.house = new TeamSlice(database);
        this.north = house.people.team("north").team();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void giveOneSeatToOnePerson() {
        var token = issue().token();
        assertThat(accept(token, "ana")).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.member().role()).isEqualTo(Role.STREAMER);
            assertThat(house.members.find(north.id(), new Handle("ana"))).contains(accepted.member());
        });
        assertThat(accept(token, "ben")).isEqualTo(new Over());
        assertThat(house.invitations.find(token)).isEmpty();
    }

    @Test
    void giveOneSeatToOneOfTwoWhoComeAtOnce() throws InterruptedException, ExecutionException {
        var token = issue().token();
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.of("ana", "ben")
                    .map(handle -> people.submit(() -> {
                        start.await();
                        return accept(token, handle);
                    }))
                    .toList();
            assertThat(Stream.of(answers.get(0).get(), answers.get(1).get()))
                    .hasAtLeastOneElementOfType(Accepted.class)
                    .contains(new Over());
        }
        assertThat(house.members.of(north.id())).hasSize(2);
        assertThat(database.client()
                        .sql("SELECT count(*) FROM accounts.account")
                        .query(Integer.class)
                        .single())
                .as("the late one leaves no account")
                .isEqualTo(2);
    }

    @Test
    void stayOpenWhereThePersonCannotBeRegistered() {
        var token = issue().token();
        var poor = new Applicant(new Handle("ana"), new DisplayName("Ana"), new Password("short"));
        assertThat(house.invitations.accept(Actor.ANONYMOUS, token, poor))
                .isEqualTo(new Refused(RegistrationRefusal.PASSWORD_TOO_SHORT));
        assertThat(accept(token, "olga")).isEqualTo(new Refused(RegistrationRefusal.HANDLE_TAKEN));
        assertThat(accept(token, "ana")).isInstanceOf(Accepted.class);
    }

    @Test
    void endAfterSevenDays() {
        var token = issue().token();
        house.clock.advance(Duration.ofDays(7));
        assertThat(house.invitations.find(token)).isEmpty();
        assertThat(accept(token, "ana")).isEqualTo(new Over());
        assertThat(house.invitations.open(house.people.owner(), north.id())).isEmpty();
    }

    @Test
    void canBeRevoked() {
        var issued = issue();
        assertThat(house.invitations.open(house.people.owner(), north.id())).containsExactly(issued.invitation());
        assertThat(house.invitations.revoke(
                        house.people.owner(), issued.invitation().id()))
                .isTrue();
        assertThat(house.invitations.revoke(
                        house.people.owner(), issued.invitation().id()))
                .isFalse();
        assertThat(accept(issued.token(), "ana")).isEqualTo(new Over());
    }

    @Test
    void areTheOwnersBusiness() {
        var invitation = issue().invitation();
        var ana = People.actor(house.people.streamer(north.id(), "ana"));
        assertThatThrownBy(() -> house.invitations.issue(ana, north.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.invitations.open(ana, north.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.invitations.revoke(ana, invitation.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.invitations.issue(Actor.ANONYMOUS, north.id()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void areStoredAsTheirHashOnly() {
        var token = issue().token();
        assertThat(database.client()
                        .sql("SELECT token_hash FROM team.invitation")
                        .query(String.class)
                        .list())
                .containsExactly(token.hash().hex());
        assertThat(house.invitations.find(Secret.random())).isEmpty();
    }

    private IssuedInvitation issue() {
        return house.invitations.issue(house.people.owner(), north.id());
    }

    private Acceptance accept(Secret token, String handle) {
        return house.invitations.accept(Actor.ANONYMOUS, token, People.applicant(handle));
    }
}
