// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.Registration.Refused;
import live.tributary.node.accounts.Registration.Registered;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class AccountsTest {

    private final TestDatabase database;
    private final AccountsSlice house;

    AccountsTest(TestDatabase database) {
        this.database = database;
        this.house = new AccountsSlice(database);
    }

    @BeforeEach
    void unclaim() {
        database.client()
                .sql("UPDATE instance.node SET owner = NULL, claimed_at = NULL")
                .update();
        database.client().sql("TRUNCATE accounts.account CASCADE").update();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theFirstOneOwnsTheNode() {
        var registration = claim(token(), "ana");
        assertThat(registration).isInstanceOfSatisfying(Registered.class, registered -> {
            assertThat(registered.account().nodeOwner()).isTrue();
            assertThat(house.accounts.owner()).contains(registered.account());
        });
        assertThat(house.node.claimed()).isTrue();
    }

    @Test
    void aWrongTokenMakesNoAccount() {
        assertThat(claim(Secret.random(), "ana")).isEqualTo(new Refused(RegistrationRefusal.CLAIM_OVER));
        assertThat(house.accounts.find(new Handle("ana"))).isEmpty();
    }

    @Test
    void aPoorPasswordLeavesTheClaimOpen() {
        var token = token();
        var applicant = new Applicant(new Handle("ana"), new DisplayName("Ana"), new Password("short"));
        assertThat(house.accounts.claimNode(Actor.ANONYMOUS, token, applicant))
                .isEqualTo(new Refused(RegistrationRefusal.PASSWORD_TOO_SHORT));
        assertThat(claim(token, "ana")).isInstanceOf(Registered.class);
    }

    @Test
    void ofTwoClaimsAtOnceOneWinsAndTheOtherLeavesNothing() throws InterruptedException, ExecutionException {
        var token = token();
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = Stream.of("ana", "ben")
                    .map(handle -> people.submit(() -> {
                        start.await();
                        return claim(token, handle);
                    }))
                    .toList();
            assertThat(Stream.of(claims.get(0).get(), claims.get(1).get()))
                    .hasAtLeastOneElementOfType(Registered.class)
                    .contains(new Refused(RegistrationRefusal.CLAIM_OVER));
        }
        assertThat(database.client()
                        .sql("SELECT count(*) FROM accounts.account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aHandleBelongsToOnePerson() {
        house.register("ana");
        assertThat(claim(token(), "ana")).isEqualTo(new Refused(RegistrationRefusal.HANDLE_TAKEN));
        assertThat(house.node.claimed()).isFalse();
    }

    @Test
    void nobodyRegistersAlone() {
        var vetted = ((Vetting.Fit) house.accounts.vet(AccountsSlice.applicant("ana"))).applicant();
        assertThatThrownBy(() -> house.accounts.register(Actor.ANONYMOUS, vetted))
                .isInstanceOf(NotAllowedException.class);
        assertThat(house.accounts.find(new Handle("ana"))).isEmpty();
    }

    @Test
    void noPasswordIsStoredAsTyped() {
        house.register("ana");
        assertThat(database.client()
                        .sql("SELECT password_hash FROM accounts.account")
                        .query(String.class)
                        .list())
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$").doesNotContain("river"));
    }

    private Secret token() {
        return house.node.issueClaimLink(Actor.SYSTEM).orElseThrow().token();
    }

    private Registration claim(Secret token, String handle) {
        return house.accounts.claimNode(Actor.ANONYMOUS, token, AccountsSlice.applicant(handle));
    }
}
