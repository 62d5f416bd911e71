// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.node.TributaryNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.SharedClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code ./tributary probe directory}: a directory and the teams of three nodes, each in a process of its own. They are listed,
 * live and drawn; one ends, one is killed on air, one takes its consent back. A stranger draws the page again.
 */
@ExtendWith(PostgresExtension.class)
final class ProbeDirectory {

    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final double MILLIS_PER_SECOND = 1e3;

    @TempDir
    Path folder;

    private final ResultFile result = new ResultFile("directory");

    @Test
    void listsWhoConsentsShowsWhoIsLiveAndForgetsWhoLeaves(TestDatabase database) throws IOException {
        var clock = SharedClock.in(folder.resolve("clock"));
        var clip = Neighbour.clip(folder);
        try (var directory = DirectoryProcess.begin(clock, database.another("directory"), folder.resolve("directory"));
                var river = Neighbour.begin("river", clip, clock, database, folder.resolve("river"));
                var ferry = Neighbour.begin("ferry", clip, clock, database.another("ferry"), folder.resolve("ferry"));
                var kiln = Neighbour.begin("kiln", clip, clock, database.another("kiln"), folder.resolve("kiln"))) {
            directory.open();
            var teams = List.of(river, ferry, kiln);
            teams.forEach(Neighbour::moveIn);
            teams.forEach(team -> team.askToBeListed(directory.actor()));
            directory.waitFor("three teams", () -> directory.listed().equals(Set.of("river", "ferry", "kiln")));
            assertThat(directory.live()).isEmpty();

            measure("from the beginning of a broadcast until it is in the lists of who is live", () -> {
                river.goLive();
                directory.waitFor("river is live", () -> directory.live().size() == 1);
            });
            assertThat(measure(
                            "from there until it is drawn",
                            () -> directory.waitFor(
                                    "river is drawn",
                                    () -> directory.drawn(NONCE).equals(Set.of("river")))))
                    .isLessThan(A_MINUTE);
            ferry.goLive();
            kiln.goLive();
            directory.waitFor("all are drawn", () -> directory.drawn(NONCE).equals(Set.of("river", "ferry", "kiln")));
            var page = Files.writeString(folder.resolve("page.json"), directory.page(NONCE));

            measure("from the end of a broadcast until it is in no list", () -> {
                river.end();
                directory.waitFor("river is over", () -> directory.live().size() == 2);
            });
            measure("from the death of a node until its broadcast is in no list", () -> {
                ferry.kill();
                directory.waitFor("ferry is not live", () -> directory.live().size() == 1);
            });
            measure("from a consent taken back until the team is nowhere", () -> {
                kiln.leave(directory.actor());
                directory.waitFor(
                        "kiln is forgotten",
                        () -> directory.live().isEmpty() && directory.listed().equals(Set.of("river", "ferry")));
            });

            // Long enough for the key of today to be out.
            clock.advance(Duration.ofDays(2));
            drawAgain(directory, page);
        }
    }

    /** With nothing but what the directory publishes: {@code ./tributary fairturn verify}. */
    private void drawAgain(DirectoryProcess directory, Path page) throws IOException {
        var minute = JsonMapper.shared().readTree(page).path("snapshot").asString();
        var snapshot = keep("snapshot.json", directory.document("/directory/snapshots/" + minute));
        var key = keep("key.json", directory.document("/directory/keys/" + minute.substring(0, "2026-11-22".length())));
        var program = RunningProgram.start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TributaryNode.class.getName(),
                "fairturn",
                "verify",
                snapshot.toString(),
                NONCE,
                page.toString(),
                key.toString()));
        assertThat(program.awaitEnd(A_MINUTE)).as(program::output).isZero();
    }

    private Path keep(String name, String document) throws IOException {
        return Files.writeString(folder.resolve(name), document);
    }

    private Duration measure(String what, Runnable wait) throws IOException {
        long before = System.nanoTime();
        wait.run();
        var taken = Duration.ofNanos(System.nanoTime() - before);
        result.line("| %s | %.1f s |".formatted(what, taken.toMillis() / MILLIS_PER_SECOND));
        return taken;
    }
}
