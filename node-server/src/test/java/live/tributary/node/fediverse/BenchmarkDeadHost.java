// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What nine servers notice of a tenth that takes what it is sent and never answers. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class BenchmarkDeadHost {

    private static final int HOSTS = 10;
    private static final int DEAD = 0;

    /** Each has an inbox of its own: so much is sent to a host. */
    private static final int FOLLOWERS_OF_A_HOST = Integer.getInteger("bench.followers", 100);

    private static final int OF_OTHERS = (HOSTS - 1) * FOLLOWERS_OF_A_HOST;
    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final int PERCENTILE = 95;
    private static final double MOST = 1.1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Who comes back sooner goes on with the same show, which is not told. */
    private static final Duration ANOTHER_SHOW = Duration.ofMinutes(16);

    private final TestClock clock = new TestClock();
    private final ResultFile result = new ResultFile("dead-host");

    @Test
    void holdsNobodyElseUp(TestDatabase database, @TempDir Path data) throws IOException {
        database.empty("team.team", "accounts.account");
        try (var servers = Everywhere.listen();
                var node = PublishedNode.found(database, clock, data)) {
            for (int follower = 0; follower < HOSTS * FOLLOWERS_OF_A_HOST; follower++) {
                node.follow(servers.lonelyFollower(node.group().id(), follower % HOSTS, follower));
            }
            // The first time of everything.
            tellAll(node, servers);
            var alive = new ArrayList<Double>();
            var dead = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            for (int block = 0; block < BLOCKS; block++) {
                // What was learnt of the dead host in the block before is forgotten.
                database.empty("fediverse.delivery", "fediverse.host");
                alive.add(tellAll(node, servers));
                servers.fallSilent(DEAD);
                dead.add(tellAll(node, servers));
                servers.speakAgain(DEAD);
                ratios.add(dead.getLast() / alive.getLast());
            }
            report(Spread.of(alive), Spread.of(dead), Spread.of(ratios));
        }
    }

    /** How many milliseconds after the beginning the slowest of the fastest 95 % of the nine have heard of it. */
    private double tellAll(PublishedNode node, Everywhere servers) {
        servers.forget();
        clock.advance(ANOTHER_SHOW);
        long began = System.nanoTime();
        var broadcast = node.goLive();
        awaitOthers(servers, "Announce");
        node.end(broadcast);
        // Or it would be on its way in the next block.
        awaitOthers(servers, "Update");
        var delays = servers.arrivalsExceptAt(DEAD, "Announce").stream()
                .map(arrival -> arrival - began)
                .sorted()
                .toList();
        return delays.get(delays.size() * PERCENTILE / 100) / NANOS_PER_MILLI;
    }

    private static void awaitOthers(Everywhere servers, String type) {
        Waiting.until(
                "the nine have heard: " + type,
                LONGEST,
                () -> servers.arrivalsExceptAt(DEAD, type).size() == OF_OTHERS);
    }

    private void report(Spread alive, Spread dead, Spread ratio) throws IOException {
        result.line("| to each of %d hosts | p95 of nine, ms, ten alive | one silent | ratio |".formatted(HOSTS));
        result.line("|---|---|---|---|");
        result.line("| %d | %s | %s | %s |".formatted(FOLLOWERS_OF_A_HOST, alive, dead, ratio));
        assertThat(ratio.median()).isLessThan(MOST);
    }
}
