// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.fixtures.bench.Window;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other servers post, how much of it a node takes in a second, and what each activity costs it and its database, until
 * it was worked on. Each is on the disk before it is acknowledged. Signed before; the senders have the same cores.
 */
@Tag("benchmark")
final class BenchmarkInbox {

    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final int OF_A_BLOCK = Integer.getInteger("bench.activities", 6_000);
    private static final int HOSTS = Integer.getInteger("bench.hosts", 250);
    private static final int FANS = 4 * HOSTS;
    private static final int POSTMEN = Integer.getInteger("bench.connections", 48);

    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long IDLE_NANOS = LOOK.toNanos() / 10;

    @TempDir
    private Path folder;

    private final ResultFile result = new ResultFile("inbox");
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> nodeMillis = new ArrayList<>();
    private final List<Double> databaseMillis = new ArrayList<>();

    @Test
    void takesWhatOthersSend() throws Exception {
        try (var fans = Fans.on(HOSTS);
                var node = ProbedNode.start(
                        List.of(),
                        "tributary.fediverse.test-loopback=true",
                        "tributary.inbox.burst=1000000",
                        "tributary.inbox.per-minute=1000000",
                        "tributary.gate.deliveries-per-minute=1000000");
                var program = ProcessTreeCpu.of(node.pid());
                var database = ProcessTreeCpu.of(postmaster(node))) {
            var video = goOnAirForAMoment(node);
            var inbox = node.page("/ap/inbox");
            var postmen = new Postmen(node.page("/"), POSTMEN);
            // Gets to know everybody, and compiles.
            for (int block = 0; block < 2; block++) {
                assertThat(postmen.send(fans.like(video, inbox, FANS, OF_A_BLOCK))
                                .refused())
                        .isZero();
                awaitIdle(program, database);
            }
            for (int block = 0; block < BLOCKS; block++) {
                measure(postmen, fans.like(video, inbox, FANS, OF_A_BLOCK), program, database);
            }
            report();
        }
    }

    private void measure(Postmen postmen, List<byte[]> likes, ProcessTreeCpu program, ProcessTreeCpu database)
            throws Exception {
        long programBefore = program.nanos();
        long databaseBefore = database.nanos();
        var round = postmen.send(likes);
        awaitIdle(program, database);
        assertThat(round.refused()).isZero();
        perSecond.add(round.perSecond());
        nodeMillis.add((program.nanos() - programBefore) / NANOS_PER_MILLI / round.taken());
        databaseMillis.add((database.nanos() - databaseBefore) / NANOS_PER_MILLI / round.taken());
    }

    private void report() throws IOException {
        result.line("| connections | taken each second | CPU-ms of the node for each | of its database |");
        result.line("|---|---|---|---|");
        result.line("| %d | %s | %s | %s |"
                .formatted(POSTMEN, Spread.of(perSecond), Spread.of(nodeMillis), Spread.of(databaseMillis)));
    }

    /** What came was worked on when nothing is done any more. */
    private static void awaitIdle(ProcessTreeCpu program, ProcessTreeCpu database) {
        Waiting.until("the end of all work", PATIENCE, () -> {
            long before = program.nanos() + database.nanos();
            Window.pass(LOOK);
            return program.nanos() + database.nanos() - before < IDLE_NANOS;
        });
    }

    /** A broadcast that may be liked; whoever took part has left when this returns. */
    private URI goOnAirForAMoment(ProbedNode node) throws IOException, InterruptedException {
        var person = Person.owner(node);
        var programme = Programme.synthetic().sized(320, 180).lasting(Duration.ofSeconds(30));
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        try (var encoder = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(person.newKey()))) {
            person.awaitChannel();
            var team = fetch(node.page("/@probe"));
            var live = fetch(URI.create(team.path("liveNow").asString()));
            encoder.stop();
            return URI.create(live.path("orderedItems").path(0).asString());
        }
    }

    private static JsonNode fetch(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .header("Accept", "application/activity+json")
                    .build();
            return JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    private static long postmaster(ProbedNode node) throws IOException {
        return Long.parseLong(Files.readAllLines(node.disk().resolve("postgres/cluster/postmaster.pid"))
                .getFirst());
    }
}
