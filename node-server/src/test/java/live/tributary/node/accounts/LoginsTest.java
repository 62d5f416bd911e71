// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.LoginOutcome.LoggedIn;
import live.tributary.node.accounts.LoginOutcome.Throttled;
import live.tributary.node.accounts.LoginOutcome.Wrong;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
final class LoginsTest {

    private final TestDatabase database;
    private final AccountsSlice house;

    LoginsTest(TestDatabase database) {
        this.database = database;
        this.house = new AccountsSlice(database);
    }

    @BeforeEach
    void onlyAna() {
        database.client().sql("TRUNCATE accounts.account CASCADE").update();
        house.register("ana");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theRightPasswordOpensASession() {
        var outcome = house.logIn("ana");
        assertThat(house.sessions.find(outcome.token()))
                .hasValueSatisfying(session -> assertThat(session.account()).isEqualTo(outcome.account()));
    }

    @Test
    void aHandleMayBeTypedInCapitals() {
        assertThat(house.logIn(" Ana ", AccountsSlice.PASSWORD.value())).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aWrongPasswordAndAnUnknownHandleGetTheSameAnswer() {
        assertThat(house.logIn("ana", "a loud river!")).isEqualTo(new Wrong());
        assertThat(house.logIn("nobody", "a loud river!")).isEqualTo(new Wrong());
        assertThat(house.logIn("<script>", "a loud river!")).isEqualTo(new Wrong());
    }

    @Test
    void guessingGetsSlowButLocksNobodyOut() {
        for (int i = 0; i < 5; i++) {
            house.logIn("ana", "guess number " + i);
        }
        assertThat(house.logIn("ana", AccountsSlice.PASSWORD.value())).isEqualTo(new Throttled(Duration.ofSeconds(1)));
        var elsewhere =
                new LoginAttempt("ana", AccountsSlice.PASSWORD, InetAddress.ofLiteral("198.51.100.1"), "a browser");
        assertThat(house.logins.logIn(Actor.ANONYMOUS, elsewhere)).isInstanceOf(LoggedIn.class);
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.logIn("ana", AccountsSlice.PASSWORD.value())).isInstanceOf(LoggedIn.class);
    }

    @Test
    void allThatCannotBeAHandleIsThrottledAsOne() {
        for (int i = 0; i < 5; i++) {
            assertThat(house.logIn("<script>" + "x".repeat(i), "a loud river!")).isEqualTo(new Wrong());
        }
        assertThat(house.logIn("no handle either", "a loud river!")).isInstanceOf(Throttled.class);
        assertThat(house.logIn("ana", "a loud river!")).isEqualTo(new Wrong());
    }

    @Test
    void guessesAtTheSameTimeAreCountedBeforeTheyAreComputed() throws Exception {
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = IntStream.range(0, 10)
                    .mapToObj(i -> guessers.submit(() -> house.logIn("ana", "guess number " + i)))
                    .toList();
            var throttled = 0;
            for (var guess : guesses) {
                throttled += guess.get() instanceof Throttled ? 1 : 0;
            }
            assertThat(throttled).isEqualTo(5);
        }
    }

    @Test
    void anAttemptDoesNotShowWhatWasTyped() {
        var attempt = new LoginAttempt("typo: my password", AccountsSlice.PASSWORD, AccountsSlice.HOME, "a browser");
        assertThat(attempt.toString()).doesNotContain("typo").doesNotContain("river");
    }
}
