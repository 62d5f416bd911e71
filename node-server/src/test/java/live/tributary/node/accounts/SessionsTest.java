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
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void theirOwnerListsAndRevokesThem() {
        var here = house.sessions.find(house.logIn("ana").token()).orElseThrow();
        house.clock.advance(Duration.ofMinutes(1));
        var there = house.logIn("ana").token();
        assertThat(house.sessions.list(here.actor()))
                .extracting(Session::id)
                .hasSize(2)
                .endsWith(here.id());
        var other = house.sessions.find(there).orElseThrow();
        assertThat(house.sessions.revoke(here.actor(), other.id())).isTrue();
        assertThat(house.sessions.find(there)).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        var ana = house.sessions.find(house.logIn("ana").token()).orElseThrow();
        var ben = house.sessions.find(house.logIn("ben").token()).orElseThrow();
        assertThat(house.sessions.list(ben.actor())).extracting(Session::id).containsExactly(ben.id());
        assertThat(house.sessions.revoke(ben.actor(), ana.id())).isFalse();
        assertThatThrownBy(() -> house.sessions.revoke(Actor.ANONYMOUS, ana.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(house.sessions.list(ana.actor())).hasSize(1);
    }
}
