// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

/** How long it takes until all followers of a team know that it is on air. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class BenchmarkGoLive {

    private static final int FOLLOWERS = Integer.getInteger("bench.followers", 10_000);
    private static final int HOSTS = Integer.getInteger("bench.hosts", 2_000);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AtomicInteger arrived = new AtomicInteger();
    private final ResultFile result = new ResultFile("go-live");

    @Test
    void tellsEverybodySoon(TestDatabase database, @TempDir Path data) throws IOException {
        database.empty("team.team", "accounts.account");
        var server = everywhere();
        try (var node = PublishedNode.found(database, new TestClock(), data)) {
            for (int follower = 0; follower < FOLLOWERS; follower++) {
                node.follow(follower(
                        node.group().id(), follower, server.getAddress().getPort()));
            }
            // Keys are made once.
            node.get(KeyRings.class).of(node.group().id());
            node.get(KeyRings.class).of(node.person().id());
            long began = System.nanoTime();
            node.goLive();
            long published = System.nanoTime();
            Waiting.until("all have heard of it", LONGEST, () -> arrived.get() == HOSTS, () -> "heard: " + arrived);
            long told = System.nanoTime();
            result.line("| followers | hosts | published after, ms | all told after, s |");
            result.line("|---|---|---|---|");
            result.line("| %d | %d | %.1f | %.1f |"
                    .formatted(
                            FOLLOWERS,
                            HOSTS,
                            (published - began) / NANOS_PER_MILLI,
                            (told - began) / NANOS_PER_MILLI / 1000));
        } finally {
            server.stop(0);
        }
    }

    /** Listens on all addresses of 127/8, of which each is a host. */
    private HttpServer everywhere() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(202, -1);
                arrived.incrementAndGet();
            }
        });
        server.start();
        return server;
    }

    private static Follower follower(ActorId of, int number, int port) {
        int host = number % HOSTS;
        var server = "http://127.1.%d.%d:%d".formatted(host / 250, 1 + host % 250, port);
        var self = URI.create(server + "/users/" + number);
        return new Follower(
                of,
                self,
                URI.create(self + "/follow"),
                URI.create(self + "/inbox"),
                URI.create(server + "/inbox"),
                "Person",
                Follower.State.ACCEPTED);
    }
}
