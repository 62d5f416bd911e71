// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
final class SessionsTest {

    private final TestDatabase database;
    private final AccountsSlice house;

    SessionsTest(TestDatabase database) {
        this.database = database;
        this.house = new AccountsSlice(database);
    }

    @BeforeEach
    void anaAndBen() {
        database.client().sql("TRUNCATE accounts.account CASCADE").update();
        house.register("ana");
        house.register("ben");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void eachLoginHasATokenOfItsOwn() {
        assertThat(house.logIn("ana").token()).isNotEqualTo(house.logIn("ana").token());
    }

    @Test
    void noTokenOpensNothing() {
        assertThat(house.sessions.find(Secret.random())).isEmpty();
    }

    @Test
    void aTokenIsStoredAsItsHashOnly() {
        var token = house.logIn("ana").token();
        assertThat(database.client()
                        .sql("SELECT token_hash FROM accounts.session")
                        .query(String.class)
                        .list())
                .containsExactly(token.hash().hex());
    }

    @Test
    void theyEndWhenUnusedForThirtyDays() {
        var token = house.logIn("ana").token();
        house.clock.advance(Duration.ofDays(29));
        assertThat(house.sessions.find(token)).isPresent();
        house.clock.advance(Duration.ofDays(29));
        assertThat(house.sessions.find(token)).as("each use counts from anew").isPresent();
        house.clock.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(house.sessions.find(token)).isEmpty();
    }

    @Test
    void loggingOutEndsOne() {
        var here = house.logIn("ana").token();
        var there = house.logIn("ana").token();
        house.sessions.logOut(Actor.ANONYMOUS, here);
        assertThat(house.sessions.find(here)).isEmpty();
        assertThat(house.sessions.find(there)).isPresent();
    }
}
