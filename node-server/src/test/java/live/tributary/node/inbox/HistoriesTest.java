// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the order in which things arrive, and however often, the end is the same. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HistoriesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);

    /** How often each arrives, each time in another order. */
    private static final int ARRIVALS = 10;

    private static final int THREADS = 4;

    /** Nobody listens there: what the team would answer is not what this is about. */
    private static final String NOBODY = "http://127.0.0.1:9";

    private static final URI INBOX = URI.create(NOBODY + "/inbox");

    private final FederatedNode node;
    private final Handling handling;
    private final KnownActorStore actors;
    private final JdbcClient db;
    private final AtomicLong arrivals = new AtomicLong();

    HistoriesTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, data);
        handling = node.get(Handling.class);
        actors = node.get(KnownActorStore.class);
        db = node.get(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void endAlikeInWhateverOrderTheyArrive() {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var checks = LongStream.range(0, HISTORIES)
                    .mapToObj(seed -> threads.submit(() -> endsAlike(seed)))
                    .toList();
            assertThat(checks).allSatisfy(check -> assertThat(check).succeedsWithin(Duration.ofMinutes(5)));
        }
    }

    private void endsAlike(long seed) {
        var ordered = NOBODY + "/%d-ordered".formatted(seed);
        takeAll(ordered, history(seed, ordered));
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            var shuffled = NOBODY + "/%d-shuffled-%d".formatted(seed, arrival);
            var arriving = History.asItArrives(ARRIVALS * seed + arrival, history(seed, shuffled));
            takeAll(shuffled, arriving);
            assertThat(state(shuffled))
                    .as("history %d, as it arrives: %s", seed, arriving)
                    .isEqualTo(state(ordered));
        }
    }

    private List<ObjectNode> history(long seed, String root) {
        return History.of(seed, root, node.groupAddress(), node.videoAddress());
    }

    /** In one transaction, to save the time of a thousand commits: what each of them does, it does within it. */
    private void takeAll(String root, List<ObjectNode> activities) {
        node.get(TransactionOperations.class).executeWithoutResult(_ -> take(root, activities));
    }

    private void take(String root, List<ObjectNode> activities) {
        meet(root, "ann");
        var places = new HashMap<String, Long>();
        for (var activity : activities) {
            var id = activity.path("id").asString();
            var outcome = handling.handle(new Received(
                    URI.create(id),
                    places.computeIfAbsent(id, _ -> arrivals.incrementAndGet()),
                    "127.0.0.1:9",
                    URI.create(activity.path("actor").asString()),
                    Trust.SIGNED,
                    activity.toString().getBytes(StandardCharsets.UTF_8),
                    InstantSource.system().instant(),
                    1));
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }

    private void meet(String root, String name) {
        var id = URI.create(root + "/users/" + name);
        var now = InstantSource.system().instant();
        actors.put(new KnownActor(id, "127.0.0.1:9", "Person", name, name, id, URI.create(id + "/inbox"), INBOX, now));
    }

    /** What is kept of those below an address, without the address. */
    private List<String> state(String root) {
        return db.sql("""
                        SELECT replace(line, :root, '') FROM (
                            SELECT 'follower ' || follower || ' ' || state AS line FROM fediverse.follower
                             WHERE starts_with(follower, :root)
                             UNION ALL
                            SELECT 'reply ' || id || ' ' || content || ' ' || state FROM inbox.reply
                             WHERE starts_with(id, :root)
                             UNION ALL
                            SELECT 'gone ' || id FROM inbox.known_actor
                             WHERE starts_with(id, :root) AND gone_at IS NOT NULL
                             UNION ALL
                            SELECT DISTINCT 'tie ' || kind || ' ' || actor FROM inbox.tie
                             WHERE starts_with(actor, :root) AND made IS NOT NULL AND undone IS NULL
                        ) AS lines ORDER BY 1""").param("root", root).query(String.class).list();
    }
}
