// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.Postman;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Sight;
import live.tributary.node.probes.Probing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page of a directory costs with ten thousand teams that are live, from the request to the last byte: one after the other,
 * and a hundred a second. The visitors are in the same process; the work of a hundred a second is counted.
 */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class BenchmarkDirectory {

    private static final int TEAMS = Integer.getInteger("bench.teams", 10_000);
    private static final int PAGES = Integer.getInteger("bench.pages", 200);
    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final Duration SETTLE = Duration.ofSeconds(Integer.getInteger("bench.settle", 30));
    private static final int A_SECOND = Integer.getInteger("bench.per-second", 100);
    private static final int SECONDS = Integer.getInteger("bench.window", 30);
    /** No document is read meanwhile. */
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private static final int OK = 200;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double NINETY_FIFTH = 0.95;
    private static final List<String> LANGUAGES = List.of("en", "de", "pt");

    private final Random random = new Random(4);
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void pagesOfManyTeams(TestDatabase database, @TempDir Path data) throws Exception {
        // Nobody is forgotten while it is measured.
        try (var harbour = new Harbour(database, data, "tributary.directory.probe-every=6h")) {
            harbour.node.get(ProbeWorker.class).stop();
            list(harbour);
            goLive(harbour);
            harbour.clock.advance(Duration.ofMinutes(1));
            var visitor = new WebVisitor(harbour.node.node().web());
            harbour.await(
                    "the snapshot",
                    () -> visitor.getJson("/api/v1/directory/draw").body().contains("\"live\":" + TEAMS));
            report(harbour.node.node().web(), visitor);
        }
    }

    private static void list(Harbour harbour) {
        var groups = harbour.node.get(GroupStore.class);
        var now = harbour.clock.instant();
        for (int team = 0; team < TEAMS; team++) {
            var id = actor(team);
            groups.admitted(id, id.getHost(), now, NEVER);
            groups.list(group(id, team, now), now, NEVER);
        }
        harbour.directory.on(new ListChanged());
    }

    private static ListedGroup group(URI id, int team, Instant now) {
        var languages = List.of(LANGUAGES.get(team % LANGUAGES.size()));
        return new ListedGroup(
                id, id.getHost(), "Team " + team, id, languages, List.of(), List.of(), "", true, true, now);
    }

    private static void goLive(Harbour harbour) {
        var now = harbour.clock.instant();
        harbour.board.reconcile(
                IntStream.range(0, TEAMS).mapToObj(team -> sight(team, now)).toList(), now);
        harbour.board.take(now, TEAMS).forEach(watch -> harbour.board.put(seen(watch, now)));
        assertThat(harbour.board.live()).hasSize(TEAMS);
    }

    private static Watch seen(Watch watch, Instant now) {
        var playlist = watch.sight().id().resolve("/live.m3u8");
        var facts = new BroadcastFacts(
                "An evening", "Ana", watch.sight().page(), playlist, now, List.of(), List.of(), List.of(), now);
        return watch.looked(
                new Watch.Read.Done(facts, new Probing.Begun(playlist)),
                new Watch.Verdict.GoesOn(now, playlist, Set.of()),
                Instant.MAX);
    }

    private static Sight sight(int team, Instant now) {
        var id = actor(team).resolve("/v/1");
        return new Sight(id, actor(team), actor(team), "An evening", id, true, now, 1, now, Instant.MAX);
    }

    private static URI actor(int team) {
        return URI.create("https://team%d.example/g".formatted(team));
    }

    private void report(URI node, WebVisitor visitor) throws Exception {
        var result = new ResultFile("directory");
        result.line("| teams live | ms for a page, one after the other | CPU-ms of the node for each |");
        result.line("|---|---|---|");
        oneAfterTheOther(node, visitor, result);
        result.line("| pages a second | of one core | ms for a page, p50 | p95 | living on the heap |");
        result.line("|---|---|---|---|---|");
        crowd(visitor, result);
    }

    private void oneAfterTheOther(URI node, WebVisitor visitor, ResultFile result) throws IOException {
        settle(visitor);
        var elapsed = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (int block = 0; block < BLOCKS; block++) {
            block(node, elapsed, cpu);
        }
        result.line("| %d | %s | %s |".formatted(TEAMS, Spread.of(elapsed), Spread.of(cpu)));
    }

    /** Until all of it is compiled. */
    private void settle(WebVisitor visitor) {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() - end < 0) {
            look(visitor, dice());
        }
    }

    /** One visitor on one connection, whose own work is not counted. */
    private void block(URI node, List<Double> elapsed, List<Double> cpu) throws IOException {
        try (var visitor = Postman.to(node)) {
            long began = System.nanoTime();
            long used = ofNode();
            for (int page = 0; page < PAGES; page++) {
                assertThat(visitor.deliver(Postman.asking(page(dice())))).isEqualTo(OK);
            }
            cpu.add((ofNode() - used) / NANOS_PER_MILLI / PAGES);
            elapsed.add((System.nanoTime() - began) / NANOS_PER_MILLI / PAGES);
        }
    }

    private long ofNode() {
        return machine.getProcessCpuTime() - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Each comes when it is due, whether or not those before are served. */
    private void crowd(WebVisitor visitor, ResultFile result) throws Exception {
        var looks = new ArrayList<Future<Double>>();
        long used = machine.getProcessCpuTime();
        long began = System.nanoTime();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int page = 0; page < A_SECOND * SECONDS; page++) {
                long due = began + page * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                var dice = dice();
                looks.add(visitors.submit(() -> {
                    look(visitor, dice);
                    return (System.nanoTime() - due) / NANOS_PER_MILLI;
                }));
            }
        }
        double cores = (machine.getProcessCpuTime() - used) / NANOS_PER_SECOND / SECONDS;
        var millis = new ArrayList<Double>();
        for (var look : looks) {
            millis.add(look.get());
        }
        Collections.sort(millis);
        result.line("| %d | %.2f | %.1f | %.1f | %.0f MB |"
                .formatted(
                        A_SECOND,
                        cores,
                        millis.get(millis.size() / 2),
                        millis.get((int) (millis.size() * NINETY_FIFTH)),
                        living()));
    }

    private static double living() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }

    private String dice() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    private static void look(WebVisitor visitor, String nonce) {
        assertThat(visitor.get(page(nonce)).status()).isEqualTo(OK);
    }

    private static String page(String nonce) {
        return "/directory?n=" + nonce;
    }
}
