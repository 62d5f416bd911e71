// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.SecretHash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class StreamKeysTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final KeyLabel STUDIO = new KeyLabel("studio");

    private final TestDatabase database;
    private final BroadcastSlice house;

    StreamKeysTest(TestDatabase database) {
        this.database = database;
        this.house = new BroadcastSlice(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void openTheirChannel() {
        var issued = issue();
        assertThat(house.keys.find(issued.key().value()))
                .isEqualTo(new KeyLookup.Valid(issued.facts().id(), house.channel.id()));
        assertThat(house.keys.find(StreamKey.random().value())).isEqualTo(new KeyLookup.Unknown());
        assertThat(house.keys.find("stream")).isEqualTo(new KeyLookup.Unknown());
    }

    @Test
    void areStoredAsTheirHashOnly() {
        var issued = issue();
        assertThat(database.client()
                        .sql("SELECT key_hash FROM broadcast.stream_key")
                        .query(String.class)
                        .list())
                .containsExactly(SecretHash.of(issued.key().value()).hex());
    }

    @Test
    void rememberWhenTheyWereUsed() {
        var issued = issue();
        assertThat(list()).extracting(StreamKeyFacts::use).containsExactly(new KeyUse.Never());
        house.keys.markUsed(Actor.SYSTEM, issued.facts().id());
        assertThat(list()).extracting(StreamKeyFacts::use).containsExactly(new KeyUse.Last(house.clock.instant()));
    }

    @Test
    void openNothingOnceRevokedAndSaySo() {
        var issued = issue();
        var id = issued.facts().id();
        assertThat(house.keys.revoke(People.actor(house.ana), id)).isTrue();
        assertThat(house.keys.find(issued.key().value())).isEqualTo(new KeyLookup.Revoked(id, house.channel.id()));
        assertThat(house.heard.all(StreamKeyRevoked.class))
                .containsExactly(new StreamKeyRevoked(id, house.channel.id(), house.clock.instant()));
        assertThat(list()).isEmpty();
        assertThat(house.keys.revoke(People.actor(house.ana), id)).isFalse();
        assertThat(house.heard.all(StreamKeyRevoked.class)).hasSize(1);
    }

    @Test
    void areRevokedWhenTheirMemberLeaves() {
        var first = issue();
        var second = issue();
        house.members.remove(house.people.owner(), house.ana.id());
        assertThat(house.keys.find(first.key().value())).isInstanceOf(KeyLookup.Revoked.class);
        assertThat(house.keys.find(second.key().value())).isInstanceOf(KeyLookup.Revoked.class);
        assertThat(house.heard.all(StreamKeyRevoked.class))
                .extracting(StreamKeyRevoked::key)
                .containsExactlyInAnyOrder(first.facts().id(), second.facts().id());
    }

    @Test
    void areNotMadeWhileTheirMemberLeaves() throws Exception {
        var transactions = house.slice.get(TransactionOperations.class);
        try (var worker = Executors.newSingleThreadExecutor()) {
            var issued = transactions.execute(_ -> {
                house.members.remove(house.people.owner(), house.ana.id());
                var pending = worker.submit(this::issue);
                Waiting.until("an answer, or its waiting", DEADLINE, () -> pending.isDone() || somebodyWaitsForALock());
                return pending;
            });
            assertThatThrownBy(issued::get).hasCauseInstanceOf(NotAllowedException.class);
        }
    }

    private boolean somebodyWaitsForALock() {
        return database.client()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void areNobodyElsesBusiness() {
        var id = issue().facts().id();
        var ben = People.actor(house.people.streamer(house.north.id(), "ben"));
        var channel = house.channel.id();
        assertThatThrownBy(() -> house.keys.issue(ben, channel, STUDIO)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.keys.of(ben, channel)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.keys.revoke(ben, id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.keys.markUsed(ben, id)).isInstanceOf(NotAllowedException.class);
        assertThat(list()).hasSize(1);
    }

    private IssuedStreamKey issue() {
        return house.keys.issue(People.actor(house.ana), house.channel.id(), STUDIO);
    }

    private List<StreamKeyFacts> list() {
        return house.keys.of(People.actor(house.ana), house.channel.id());
    }
}
