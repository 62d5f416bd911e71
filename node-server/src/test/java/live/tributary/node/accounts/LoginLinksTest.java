// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.LoginOutcome.LoggedIn;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class LoginLinksTest {

    private final TestDatabase database;
    private final AccountsSlice house;

    LoginLinksTest(TestDatabase database) {
        this.database = database;
        this.house = new AccountsSlice(database);
    }

    @BeforeEach
    void nobody() {
        database.client().sql("TRUNCATE accounts.account CASCADE").update();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void logInOnce() {
        var ana = house.register("ana");
        var token = issueFor(ana);
        assertThat(house.links.find(token)).contains(ana);
        assertThat(use(token)).hasValueSatisfying(loggedIn -> {
            assertThat(loggedIn.account()).isEqualTo(ana);
            assertThat(house.sessions.find(loggedIn.token())).isPresent();
        });
        assertThat(house.links.find(token)).isEmpty();
        assertThat(use(token)).isEmpty();
    }

    @Test
    void logInOneOfTwoWhoFollowThemAtOnce() throws InterruptedException, ExecutionException {
        var token = issueFor(house.register("ana"));
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = IntStream.range(0, 2)
                    .mapToObj(_ -> people.submit(() -> {
                        start.await();
                        return use(token).isPresent();
                    }))
                    .toList();
            assertThat(uses.get(0).get() ^ uses.get(1).get()).isTrue();
        }
    }

    @Test
    void endAfterAQuarterOfAnHour() {
        var token = issueFor(house.register("ana"));
        house.clock.advance(Duration.ofMinutes(15));
        assertThat(house.links.find(token)).isEmpty();
        assertThat(use(token)).isEmpty();
    }

    @Test
    void areForTheNodesOwnConsole() {
        var ana = house.register("ana");
        assertThatThrownBy(() -> house.links.issue(new Actor.SignedIn(ana.id(), true), ana.id()))
                .isInstanceOf(NotAllowedException.class);
    }

    private Secret issueFor(Account account) {
        var address = house.links.issue(Actor.SYSTEM, account.id()).address().getPath();
        assertThat(address).startsWith("/login/");
        return Secret.parse(address.substring("/login/".length())).orElseThrow();
    }

    private Optional<LoggedIn> use(Secret token) {
        return house.links.logIn(Actor.ANONYMOUS, token, "a browser");
    }
}
