// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.Upgrade;
import live.tributary.node.kernel.Instants;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of the vouches that are said count. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CountingTest {

    private static final Instant MAY = Instant.parse("2026-05-31T23:59:59Z");
    private static final Instant JUNE = MAY.plusSeconds(1);
    private static final URI OWL = team("owl");
    private static final URI EEL = team("eel");
    private static final URI HEN = team("hen");

    private final TestDatabase database;
    private final ModuleSlice slice;
    private final VouchStore store;
    private final Counting counting;

    CountingTest(TestDatabase database) {
        this.database = database;
        slice = ModuleSlice.of(database, new TestClock());
        store = new VouchStore(slice.get(JdbcClient.class));
        counting = new Counting(store);
    }

    @BeforeEach
    void forget() {
        database.empty("vouches.reading", "vouches.vouch", "vouches.suspension");
        Stream.of(OWL, EEL).forEach(team -> store.readSoon(team, "pond.example", team, MAY));
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    @Test
    void twoOfTheSameHandsCountInAMonthAndOthersWaitForTheNext() {
        says(MAY, OWL, "a", "b", "c");
        says(MAY, EEL, "d");
        assertThat(counts()).containsExactlyInAnyOrder("a", "b");
        says(JUNE, EEL, "d");
        says(JUNE, OWL, "a", "b", "c");
        assertThat(counts()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void whoTakesAVouchBackHasGivenItAllTheSame() {
        says(MAY, OWL, "a", "b");
        says(MAY, OWL, "b", "c");
        assertThat(counts()).containsExactly("b");
        says(JUNE, OWL, "b", "c");
        assertThat(counts()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void whoTakesAllBackAndGivesThemAgainHasGivenNoMore() {
        says(MAY, OWL, "a", "b");
        says(MAY, OWL);
        says(MAY, OWL, "c", "d", "a", "b");
        assertThat(counts()).containsExactlyInAnyOrder("a", "b");
        says(MAY, OWL, "c", "d");
        assertThat(counts()).isEmpty();
        says(JUNE, OWL, "c", "d", "a");
        assertThat(counts()).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void whatCountedBeforeAnUpgradeTookItsPlace() {
        var old = database.another("old");
        var upgrade = new Upgrade(old, List.of("vouches"));
        upgrade.to("202611270402");
        old.client()
                .sql("""
                INSERT INTO vouches.vouch (voucher, vouched, hands, seen_at, counted_at)
                VALUES (:owl, 'a', 'pond.example', :may, :may), (:owl, 'b', 'pond.example', :may, NULL)""")
                .param("owl", OWL.toString())
                .param("may", Instants.parameter(MAY))
                .update();
        upgrade.toLatest();
        assertThat(new VouchStore(old.client()).givenSince(Set.of("pond.example"), MAY))
                .isOne();
    }

    @Test
    void whoVouchedForSomebodyWhoDeceivedVouchesForNobodyForAWhile() {
        says(MAY, OWL, "a", "b");
        deceived("a", MAY);
        assertThat(counts()).containsExactly("b");
        says(JUNE, EEL, "c");
        says(JUNE, OWL, "a", "b");
        assertThat(counts()).containsExactly("b");
        says(MAY.plus(Counting.SUSPENDED), EEL, "c");
        assertThat(counts()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void whoDidNotDeceiveAfterAllIsVouchedForAsBefore() {
        says(MAY, OWL, "a");
        deceived("a", MAY);
        store.cleared(team("a"));
        says(MAY.plus(Duration.ofDays(1)), EEL, "b");
        assertThat(counts()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoIsNotListedVouchesForNobody() {
        store.forget(OWL, MAY);
        says(MAY, OWL, "a");
        assertThat(counts()).isEmpty();
    }

    @Test
    void whoLeavesTheDirectoryAndComesAgainHasGivenItsTwoAllTheSame() {
        says(MAY, OWL, "a", "b");
        store.forget(OWL, MAY);
        assertThat(counts()).isEmpty();
        store.readSoon(OWL, "pond.example", OWL, MAY);
        says(MAY, OWL, "c", "d");
        assertThat(counts()).isEmpty();
        says(JUNE, OWL, "c", "d");
        assertThat(counts()).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void whoTakesAVouchBackBeforeTheDeceitIsFoundAnswersForItAWhile() {
        says(MAY, OWL, "a");
        says(MAY.plusSeconds(1), OWL);
        deceived("a", MAY.plus(Duration.ofDays(29)));
        says(MAY.plus(Duration.ofDays(30)), OWL, "c");
        assertThat(counts()).isEmpty();
    }

    @Test
    void whoLeavesBeforeTheDeceitIsFoundAnswersForItToo() {
        says(MAY, OWL, "a");
        store.forget(OWL, MAY.plusSeconds(1));
        deceived("a", MAY.plus(Duration.ofDays(29)));
        store.readSoon(OWL, "pond.example", OWL, MAY);
        says(MAY.plus(Duration.ofDays(30)), OWL, "c");
        assertThat(counts()).isEmpty();
    }

    @Test
    void whoTookItsVouchBackLongAgoAnswersForNothing() {
        says(MAY, OWL, "a");
        says(MAY.plusSeconds(1), OWL);
        var later = MAY.plus(Counting.LIABLE).plusSeconds(2);
        deceived("a", later);
        says(later, OWL, "c");
        assertThat(counts()).containsExactly("c");
    }

    @Test
    void domainsOfTheSameHandsShareTheirTwo() {
        store.readSoon(HEN, "lake.example", HEN, MAY);
        says(MAY, OWL, "a");
        saysAt("lake.example", MAY, HEN, "b", "c");
        assertThat(counts()).containsExactlyInAnyOrder("a", "b");
        deceived("a", JUNE);
        saysAt("lake.example", JUNE, HEN, "b", "c");
        assertThat(counts()).containsExactly("b");
    }

    private void deceived(String team, Instant when) {
        store.deceived(team(team), when.minus(Counting.LIABLE), when.plus(Counting.SUSPENDED));
    }

    private void says(Instant when, URI voucher, String... vouched) {
        saysAt("pond.example", when, voucher, vouched);
    }

    private void saysAt(String domain, Instant when, URI voucher, String... vouched) {
        var teams = Stream.of(vouched).map(CountingTest::team).toList();
        var reading = new VouchStore.Reading(voucher, domain, voucher);
        slice.get(TransactionOperations.class)
                .executeWithoutResult(_ -> counting.take(reading, Set.of("pond.example", "lake.example"), teams, when));
    }

    private List<String> counts() {
        return store.counting().stream()
                .map(vouch -> vouch.vouched().getHost().replace(".example", ""))
                .toList();
    }

    private static URI team(String name) {
        return URI.create("https://%s.example/ap/g/1".formatted(name));
    }
}
