// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.fault.ChaosProxy;
import live.tributary.fixtures.fault.Fault;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Title;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL loses all connections, then is away for a minute, while somebody is on air. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class ProbeFaultDatabase {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("probe.seconds", 60));
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration BACK = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final TestDatabase database;

    ProbeFaultDatabase(TestDatabase database) {
        this.database = database;
    }

    @Test
    void streamsGoOnAndNothingIsAcknowledgedFalsely(@TempDir Path folder) throws Exception {
        var programme = Programme.synthetic().sized(640, 360).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        var address = URI.create(database.url().substring("jdbc:".length()));
        try (var line = ChaosProxy.before(address.getPort(), 1)) {
            var behind = database.url().replace(":" + address.getPort() + "/", ":" + line.port() + "/");
            try (var through = new TestDatabase(behind, database.user(), database.password());
                    var node = RunningNode.start(through, "tributary.studio.clean-grace=1s")) {
                var house = House.on(node);
                try (var scene = Scene.on(house, "streamer", 1);
                        var encoder = scene.publish(clip)) {
                    scene.awaitLive();
                    var watching = scene.watch();
                    restart(line, node);
                    var renames = away(line, node, house, scene);
                    assertThat(encoder.connections()).isEqualTo(1);
                    scene.awaitSegments(2);
                    encoder.stop();
                    System.out.printf("database away for %s: %s; %s%n", AWAY, renames, watching.histories(DEADLINE));
                }
            }
        }
    }

    private static void restart(ChaosProxy line, RunningNode node) {
        line.reset();
        assertThat(line.figures().resets()).isPositive();
        awaitHealth(node);
    }

    private static String away(ChaosProxy line, RunningNode node, House house, Scene scene) {
        line.inflict(new Fault.Silence());
        long start = System.nanoTime();
        int refused = 0;
        int acknowledged = 0;
        while (System.nanoTime() - start < AWAY.toNanos()) {
            if (renames(node, house, scene, "while away " + acknowledged)) {
                acknowledged++;
            } else {
                refused++;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        assertThat(line.figures().bytesWithheld()).isPositive();
        assertThat(refused).as("changes refused while the database was away").isPositive();
        assertThat(acknowledged)
                .as("changes acknowledged while the database was away")
                .isZero();
        line.heal();
        long back = System.nanoTime();
        awaitHealth(node);
        assertThat(renames(node, house, scene, "back again")).isTrue();
        assertThat(scene.stream().title()).isEqualTo("back again");
        return "%d changes refused, none acknowledged, healthy again after %d ms"
                .formatted(refused, (System.nanoTime() - back) / 1_000_000);
    }

    private static boolean renames(RunningNode node, House house, Scene scene, String title) {
        try {
            node.get(Broadcasts.class).rename(house.actor(), scene.channel(), new Title(title));
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private static void awaitHealth(RunningNode node) {
        var visitor = new WebVisitor(node.management());
        Waiting.until("health", BACK, () -> visitor.getJson("/actuator/health").status() == 200);
    }
}
