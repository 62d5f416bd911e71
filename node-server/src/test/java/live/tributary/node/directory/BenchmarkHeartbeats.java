// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.bench.ProcessTreeCpu;
import live.tributary.fixtures.bench.ResultFile;
import live.tributary.fixtures.bench.Spread;
import live.tributary.fixtures.bench.Window;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.Postman;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.LiveElsewhere;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs a directory to hear that ten thousand teams are on air, each once in five minutes: let in, verified, written, and
 * looked at every two seconds. Signed before; without the probes that follow, which are as many without a heartbeat. What the
 * thread takes that sends them is not in it, what the servers of the teams take is.
 */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class BenchmarkHeartbeats {

    private static final int TEAMS = Integer.getInteger("bench.teams", 10_000);
    private static final int BLOCKS = Integer.getInteger("bench.blocks", 3);
    private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("bench.window", 60));

    /** Between two heartbeats of one team. */
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final String[] SETTINGS = {
        "tributary.directory.probe-every=6h", "tributary.inbox.burst=1000000", "tributary.inbox.per-minute=1000000"
    };
    private static final double NANOS_PER_MILLI = 1e6;

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ResultFile result = new ResultFile("heartbeats");
    private int sent;

    /** What was used. */
    private record Used(long node, long database) {

        Used since(Used before) {
            return new Used(node - before.node, database - before.database);
        }

        double cores(Duration time) {
            return 100.0 * (node + database) / time.toNanos();
        }
    }

    @Test
    void heartbeatsOfManyTeams(TestDatabase database, @TempDir Path data) throws IOException {
        var store = new FleetStore(database.client());
        try (var harbour = new Harbour(database, data, SETTINGS);
                var fleet = Fleet.of(TEAMS, harbour.clock);
                var looks = Executors.newSingleThreadScheduledExecutor();
                var databaseCpu = ProcessTreeCpu.of(store.postmaster())) {
            harbour.node.get(ProbeWorker.class).stop();
            list(harbour, fleet, store);
            var elsewhere = harbour.node.get(LiveElsewhere.class);
            var _ = looks.scheduleAtFixedRate(
                    () -> harbour.board.reconcile(elsewhere.forDirectory(), harbour.clock.instant()),
                    0,
                    BETWEEN_LOOKS.toMillis(),
                    TimeUnit.MILLISECONDS);
            // Gets to know everybody, and compiles.
            deliver(harbour, beats(harbour, fleet, TEAMS), Duration.ZERO);
            harbour.await("all to be known", () -> store.heard() == TEAMS);
            measure(harbour, fleet, databaseCpu);
            assertThat(harbour.board.size()).isEqualTo(TEAMS);
        }
    }

    private void measure(Harbour harbour, Fleet fleet, ProcessTreeCpu database) throws IOException {
        result.line(
                "| teams | heartbeats a second | CPU-ms of the node for each | of its database | both, percent of a core | without any |");
        result.line("|---|---|---|---|---|---|");
        var node = new ArrayList<Double>();
        var ofDatabase = new ArrayList<Double>();
        var cores = new ArrayList<Double>();
        var idleCores = new ArrayList<Double>();
        for (int block = 0; block < BLOCKS; block++) {
            var idle = idle(database);
            int before = sent;
            var busy = busy(harbour, fleet, database);
            var more = busy.since(idle);
            node.add(more.node() / NANOS_PER_MILLI / (sent - before));
            ofDatabase.add(more.database() / NANOS_PER_MILLI / (sent - before));
            cores.add(busy.cores(WINDOW));
            idleCores.add(idle.cores(WINDOW));
        }
        result.line("| %d | %.1f | %s | %s | %s | %s |"
                .formatted(
                        TEAMS,
                        1.0 / between().toNanos() * TimeUnit.SECONDS.toNanos(1),
                        Spread.of(node),
                        Spread.of(ofDatabase),
                        Spread.of(cores),
                        Spread.of(idleCores)));
    }

    private Used idle(ProcessTreeCpu database) {
        var before = used(database);
        Window.pass(WINDOW);
        return used(database).since(before);
    }

    /** As many in this time as come from so many teams. */
    private Used busy(Harbour harbour, Fleet fleet, ProcessTreeCpu database) throws IOException {
        var beats = beats(harbour, fleet, Math.toIntExact(WINDOW.dividedBy(between())));
        var before = used(database);
        long began = System.nanoTime();
        deliver(harbour, beats, between());
        Window.pass(WINDOW.minusNanos(System.nanoTime() - began));
        return used(database).since(before);
    }

    /** The next ones, signed. */
    private List<byte[]> beats(Harbour harbour, Fleet fleet, int count) {
        var beats = fleet.beats(harbour.node.sharedInbox(), sent, count);
        sent += count;
        return beats;
    }

    private static void deliver(Harbour harbour, List<byte[]> beats, Duration pause) throws IOException {
        long began = System.nanoTime();
        try (var postman = Postman.to(harbour.node.node().web())) {
            for (int beat = 0; beat < beats.size(); beat++) {
                LockSupport.parkNanos(began + beat * pause.toNanos() - System.nanoTime());
                assertThat(postman.deliver(beats.get(beat))).isEqualTo(Postman.ACCEPTED);
            }
        }
    }

    /** Between two heartbeats of any. */
    private static Duration between() {
        return BETWEEN.dividedBy(TEAMS);
    }

    private Used used(ProcessTreeCpu database) {
        long sender = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new Used(machine.getProcessCpuTime() - sender, database.nanos());
    }

    private static void list(Harbour harbour, Fleet fleet, FleetStore store) {
        var groups = harbour.node.get(GroupStore.class);
        var now = harbour.clock.instant();
        for (int team = 0; team < TEAMS; team++) {
            var id = fleet.actor(team);
            groups.admitted(id, id.getHost(), now, NEVER);
            var group = new ListedGroup(
                    id, id.getHost(), "Team " + team, id, List.of("en"), List.of(), List.of(), "", true, true, now);
            groups.list(group, now, NEVER);
        }
        harbour.directory.on(new ListChanged());
        fleet.isFollowedIn(store);
    }
}
