// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.http.Budget;
import live.tributary.federation.remote.CachedKey;
import live.tributary.federation.remote.RemoteKey;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Instants;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody elsewhere can make a node keep, and how many of its hands they can hold. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InboxLimitsTest {

    /** Later than whatever the node that runs here looks for. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final FederatedNode node;
    private final JdbcClient db;

    InboxLimitsTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        db = node.client();
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    @AfterEach
    void empty() {
        db.sql("DELETE FROM inbox.activity").update();
        db.sql("DELETE FROM inbox.tie").update();
        db.sql("DELETE FROM inbox.report").update();
    }

    /** Text that an index cannot press. */
    private static String chinese(int length) {
        return new Random(1)
                .ints(length, 0x4e00, 0x9fa5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void anAddressThatFitsIntoNoIndexIsRefused() {
        var follow = elsewhere.activity("Follow", "long", node.groupAddress());
        follow.put("id", elsewhere.at("/" + chinese(1_500)).toString());
        assertThat(elsewhere.post(node.inbox(), "long", follow)).isEqualTo(400);
    }

    @Test
    void theNameOfAKeyThatFitsIntoNoIndexIsRefused() {
        var name = URI.create(elsewhere.at("/" + chinese(300)).toASCIIString());
        var follow = elsewhere.activity("Follow", "long", node.groupAddress()).toString();
        assertThat(elsewhere.send(elsewhere.signedAs(name, node.inbox(), follow, SignatureForm.CAVAGE)))
                .isEqualTo(401);
    }

    @Test
    void keysThatNeverWereAreSoonForgotten() {
        var store = node.get(RemoteKeyStore.class);
        var then = Instant.parse("2026-11-25T10:00:00Z");
        var absent = elsewhere.actor("absent");
        var awaited = elsewhere.actor("awaited");
        var known = elsewhere.actor("known");
        store.keep(new CachedKey.Unknown(absent, "not there", then));
        store.keep(new CachedKey.Unknown(awaited, "not there", then.plusSeconds(1)));
        var key = ActorKey.generate(KeyType.ED25519).publicKey();
        store.keep(new CachedKey.Known(new RemoteKey(known, known, key), then, then));

        store.forgetAbsentTriedBefore(then.plusSeconds(1));

        assertThat(store.find(absent)).isEmpty();
        assertThat(store.find(awaited)).isPresent();
        assertThat(store.find(known)).isPresent();
    }

    @Test
    void whoeverHoldsTooManyRequestsIsToldToComeLater() throws Exception {
        var end = new CountDownLatch(1);
        elsewhere.hold(end);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Integer>(senders);
            IntStream.rangeClosed(0, FrontOffice.MOST_EXAMINED_OF_ONE)
                    .forEach(place -> answers.submit(() -> like("slow" + place)));
            // All wait for a key: only who was sent away can have an answer.
            assertThat(answers.take().get()).isEqualTo(503);
            end.countDown();
            for (int place = 0; place < FrontOffice.MOST_EXAMINED_OF_ONE; place++) {
                assertThat(answers.take().get()).isEqualTo(202);
            }
        } finally {
            end.countDown();
        }
        assertThat(like("late")).isEqualTo(202);
    }

    @Test
    void whoIsKnownPassesThoseWhoWaitForAServerThatAnswersDropByDrop() throws Exception {
        assertThat(like("known")).isEqualTo(202);
        var end = new CountDownLatch(1);
        elsewhere.hold(end);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Integer>(senders);
            IntStream.range(0, FrontOffice.MOST_EXAMINED)
                    .forEach(place -> answers.submit(() -> drip("127.0.0." + (2 + place / 8), "drip" + place % 9)));
            for (int place = RemoteKeys.MOST_WAITING; place < FrontOffice.MOST_EXAMINED; place++) {
                assertThat(answers.poll(20, TimeUnit.SECONDS).get()).isEqualTo(503);
            }
            assertThat(like("known")).isEqualTo(202);
            end.countDown();
            for (int place = 0; place < RemoteKeys.MOST_WAITING; place++) {
                assertThat(answers.take().get()).isEqualTo(202);
            }
        } finally {
            end.countDown();
        }
    }

    private int drip(String machine, String name) {
        var like = elsewhere.activity("Like", name, node.videoAddress()).toString();
        return elsewhere.sendFrom(
                InetAddress.ofLiteral(machine), elsewhere.signed(node.inbox(), name, like, SignatureForm.CAVAGE));
    }

    private int like(String name) {
        return elsewhere.post(node.inbox(), name, elsewhere.activity("Like", name, node.videoAddress()));
    }

    @Test
    void nobodyIsLetInOfWhoseDomainTooMuchWaits() {
        waiting(Backlog.MOST_WAITING_OF_ONE, "127.0.0.1");
        awaitAnswer(503);
        empty();
        awaitAnswer(202);
    }

    @Test
    void nobodyIsLetInWhileTooMuchWaits() {
        waiting(Backlog.MOST_WAITING, "a.example");
        awaitAnswer(503);
        db.sql("DELETE FROM inbox.activity WHERE arrival = (SELECT min(arrival) FROM inbox.activity)")
                .update();
        awaitAnswer(202);
    }

    /** What waits is counted once a second. */
    private void awaitAnswer(int status) {
        Waiting.until("an answer of " + status, FederatedNode.PATIENCE, () -> like("crowd") == status);
    }

    @Test
    void whatWaitsIsCountedAgainAfterASecond() {
        var nanos = new AtomicLong(1);
        var backlog = new Backlog(node.get(InboxStore.class), nanos::get);
        assertThat(backlog.isFullOf("a.example")).isFalse();
        waiting(Backlog.MOST_WAITING_OF_ONE, "a.example");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThat(backlog.isFullOf("a.example")).isFalse();
        nanos.incrementAndGet();
        assertThat(backlog.isFullOf("a.example")).isTrue();
        assertThat(backlog.isFullOf("b.example")).isFalse();
        assertThat(backlog.isFull()).isFalse();
    }

    @Test
    void whoeverComesWhileItIsCountedWaitsForThatCount() {
        var backlog = new Backlog(node.get(InboxStore.class), () -> 0);
        var asked = new CountDownLatch(8);
        var counts = new AtomicLong();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(_ -> senders.execute(() -> {
                        asked.countDown();
                        backlog.isFull("a.example", () -> {
                            counts.incrementAndGet();
                            return isCountedDown(asked);
                        });
                    }));
        }
        assertThat(counts).hasValue(1);
    }

    private static boolean isCountedDown(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private void waiting(int many, String domain) {
        db.sql("""
                INSERT INTO inbox.activity (id, host, domain, actor, type, trust, body, received_at, next_attempt_at)
                SELECT 'https://a.example/' || place, :domain, :domain, 'https://a.example/', 'Like', 'SIGNED', '{}',
                       :later, :later FROM generate_series(1, :many) AS place""")
                .param("domain", domain)
                .param("later", Instants.parameter(LATER))
                .param("many", many)
                .update();
    }

    @Test
    void whatWasWorkedOnInACrashIsDueAgainAtTheNextStart() {
        var store = node.get(InboxStore.class);
        var lease = Duration.ofMinutes(5);
        store.add(List.of(arrival(12, "crash.example")), LATER);
        assertThat(store.claim(LATER, List.of(), 1, 100, lease))
                .extracting(Received::host)
                .contains("crash.example");
        assertThat(store.claim(LATER, List.of(), 1, 100, lease)).isEmpty();
        store.dueAgain(LATER, lease);
        assertThat(store.claim(LATER, List.of(), 1, 100, lease))
                .extracting(Received::host)
                .contains("crash.example");
    }

    @Test
    void manyNamesBelowOneDomainShareItsPart() {
        var store = node.get(InboxStore.class);
        store.add(
                IntStream.range(0, 9)
                        .mapToObj(place -> arrival(place, place + ".flood.example"))
                        .toList(),
                LATER);
        store.add(List.of(arrival(10, "b.example"), arrival(11, "c.example")), LATER);

        var claimed = store.claim(LATER, List.of("c.example"), 2, 100, Duration.ofMinutes(5));

        assertThat(claimed)
                .extracting(Received::host)
                .containsExactlyInAnyOrder("0.flood.example", "1.flood.example", "b.example");
        assertThat(store.claim(LATER, List.of(), 9, 3, Duration.ofMinutes(5)))
                .extracting(Received::host)
                .containsExactlyInAnyOrder("2.flood.example", "3.flood.example", "4.flood.example");
    }

    private static Arrival arrival(int place, String host) {
        var id = URI.create("https://%s/%d".formatted(host, place));
        return new Arrival(id, host, id, "Like", Trust.SIGNED, new byte[] {});
    }

    @Test
    void anUndoOfWhatNeverComesIsForgotten() {
        var undo = elsewhere.activity("Undo", "sorry", elsewhere.fresh());
        assertThat(elsewhere.post(node.inbox(), "sorry", undo)).isEqualTo(202);
        node.awaitOutcome(URI.create(undo.path("id").asString()), "noted, for when it comes");
        var ties = node.get(TieStore.class);

        ties.forgetStraysBefore(InstantSource.system().instant().minus(Duration.ofDays(1)));
        assertThat(strays()).isOne();
        ties.forgetStraysBefore(InstantSource.system().instant().plusSeconds(1));
        assertThat(strays()).isZero();
    }

    private int strays() {
        return db.sql("SELECT count(*) FROM inbox.tie WHERE kind = ''")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHasNothingToDoWithUsIsForgotten() {
        var actors = node.get(KnownActorStore.class);
        assertThat(like("admirer")).isEqualTo(202);
        node.get(KnownActors.class).ask(elsewhere.actor("passer-by"), Budget.ofOneTry());
        Waiting.until(
                "a tie",
                FederatedNode.PATIENCE,
                () -> !node.get(TieStore.class)
                        .objects(TieKind.LIKE, elsewhere.actor("admirer"))
                        .isEmpty());
        var now = InstantSource.system().instant();
        actors.forgetStrangersBefore(now.minus(Cleaning.ACTORS_KEPT));
        assertThat(actors.find(elsewhere.actor("passer-by"))).isPresent();

        actors.forgetStrangersBefore(now.plusSeconds(1));
        assertThat(actors.find(elsewhere.actor("passer-by"))).isEmpty();
        assertThat(actors.find(elsewhere.actor("admirer"))).isPresent();
    }

    @Test
    void whatIsOverIsForgottenWithTheLastActivityThatMayComeBeforeIt() {
        IntStream.range(0, 4).forEach(place -> like("early" + place));
        empty();
        var ties = node.get(TieStore.class);
        var ana = elsewhere.actor("ana");
        var held = tie(ana, node.videoAddress());
        var over = tie(ana, node.groupAddress());
        ties.make(held, 1);
        ties.make(over, 2);
        ties.undo(new Tie(over.kind(), ana, elsewhere.fresh(), over.object()), 3);
        ties.forgetOver();
        assertThat(ties.objects(TieKind.LIKE, ana))
                .as("nothing is remembered that came later")
                .hasSize(2);

        assertThat(like("later")).isEqualTo(202);
        ties.forgetOver();
        assertThat(ties.objects(TieKind.LIKE, ana)).containsExactly(held.object());
    }

    private Tie tie(URI actor, URI object) {
        return new Tie(TieKind.LIKE, actor, elsewhere.fresh(), object);
    }

    @Test
    void nobodyBuriesTheReportsOfOthers() {
        db.sql("""
                INSERT INTO inbox.report (id, host, domain, reporter, objects, content, received_at)
                SELECT 'https://a.example/' || place, place || :domain, :domain, 'https://a.example/', '', '', now()
                  FROM generate_series(1, :many) AS place""")
                .param("domain", Domains.of(KnownActors.host(elsewhere.at("/"))))
                .param("many", Reports.MOST_OPEN)
                .update();
        var flag = elsewhere.activity("Flag", "angry", node.groupAddress()).put("content", "and again");
        assertThat(elsewhere.post(node.inbox(), "angry", flag)).isEqualTo(202);
        node.awaitOutcome(URI.create(flag.path("id").asString()), "too many reports from there are open");
    }
}
