// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

/** How long it takes until all followers of a team know that it is on air, and what of it stays in memory. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class BenchmarkGoLive {

    private static final int FOLLOWERS = Integer.getInteger("bench.followers", 10_000);
    private static final int HOSTS = Integer.getInteger("bench.hosts", 2_000);
    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Who comes back sooner goes on with the same show, which is not told. */
    private static final Duration ANOTHER_SHOW = Duration.ofMinutes(16);

    private final TestClock clock = new TestClock();
    private final ResultFile result = new ResultFile("go-live");

    @Test
    void tellsEverybodySoon(TestDatabase database, @TempDir Path data) throws IOException {
        database.empty("team.team", "accounts.account");
        try (var servers = Everywhere.listen();
                var node = PublishedNode.found(database, clock, data)) {
            for (int follower = 0; follower < FOLLOWERS; follower++) {
                node.follow(servers.follower(node.group().id(), follower % HOSTS, follower));
            }
            // Keys are made once.
            node.get(KeyRings.class).of(node.group().id());
            node.get(KeyRings.class).of(node.person().id());
            result.line(
                    "| followers | hosts | published after, ms | all told after, s | live on the heap afterwards, MB |");
            result.line("|---|---|---|---|---|");
            for (int block = 0; block < BLOCKS; block++) {
                tellAll(node, servers);
            }
        }
    }

    private void tellAll(PublishedNode node, Everywhere servers) throws IOException {
        servers.forget();
        clock.advance(ANOTHER_SHOW);
        long began = System.nanoTime();
        var broadcast = node.goLive();
        long published = System.nanoTime();
        awaitAll(servers, "Announce");
        long told = System.nanoTime();
        node.end(broadcast);
        // Or it would arrive in the next block.
        awaitAll(servers, "Update");
        result.line("| %d | %d | %.1f | %.1f | %d |"
                .formatted(
                        FOLLOWERS,
                        HOSTS,
                        (published - began) / NANOS_PER_MILLI,
                        (told - began) / NANOS_PER_MILLI / 1000,
                        liveMegabytes()));
    }

    private static void awaitAll(Everywhere servers, String type) {
        Waiting.until(
                "all have heard: " + type,
                LONGEST,
                () -> servers.arrivals(type).size() == HOSTS,
                () -> "heard: " + servers.arrivals(type).size());
    }

    /** Of the node and its peers, which are in one JVM here. */
    private static long liveMegabytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }
}
