// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.fault.Fault;
import live.tributary.fixtures.fault.Flow;
import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.studio.ConnectionFacts;
import live.tributary.node.studio.StreamState;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to encoders, in full length and with the graces that a node has by default. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProbeFaultPublisher {

    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration NOTICED = Duration.ofSeconds(17);
    private static final List<Integer> CUT_SECONDS = List.of(1, 5, 15, 30, 55, 75, 90);
    private static final List<Integer> STALL_SECONDS = List.of(1, 4, 8, 12);

    /** The stream needs about 90,000. */
    private static final int THIN_BYTES_PER_SECOND = 60_000;

    private static final int DAMAGED_CONNECTIONS = Integer.getInteger("probe.damaged", 200);

    private final RunningNode node;
    private final House house;
    private Clip clip = Programme.clip(Path.of("not recorded yet"));

    ProbeFaultPublisher(TestDatabase database) {
        node = RunningNode.start(database, "tributary.studio.clean-grace=1s");
        house = House.on(node);
    }

    @BeforeEach
    void record(@TempDir Path folder) {
        clip = FfmpegPublisher.record(
                Programs.DEBIAN_FFMPEG,
                Programme.synthetic().sized(320, 180).lasting(LONG_ENOUGH),
                folder.resolve("clip.flv"));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void isCutForASecondToAMinuteAndAHalf() throws Exception {
        var cuts = new LinkedHashMap<String, Callable<String>>();
        // Scenes are set one after the other: a node checks few passwords at a time.
        for (int seconds : CUT_SECONDS) {
            var scene = Scene.on(house, "cut" + seconds, 1);
            cuts.put("cut for %d s".formatted(seconds), () -> cut(scene, Duration.ofSeconds(seconds)));
        }
        for (int seconds : STALL_SECONDS) {
            var scene = Scene.on(house, "stall" + seconds, 1);
            cuts.put("silent for %d s".formatted(seconds), () -> stall(scene, Duration.ofSeconds(seconds)));
        }
        var halfOpen = Scene.on(house, "halfopen", 1);
        cuts.put("half-open", () -> halfOpen(halfOpen));
        var replaced = Scene.on(house, "replaced", 1);
        cuts.put("replaced", () -> replaced(replaced));
        var thin = Scene.on(house, "thin", 1);
        cuts.put("5 % loss, then a thin line", () -> thinUplink(thin));
        playAll(cuts).forEach(System.out::println);
    }

    @Test
    void sendsWhatIsDamaged() throws Exception {
        try (var neighbour = Scene.on(house, "neighbour", 1);
                var encoder = neighbour.publish(clip)) {
            neighbour.awaitLive();
            // Its clip begins anew meanwhile, and its times do not quite join there.
            var watching = neighbour.watch(Allowance.HOLES);
            for (double chance : new double[] {0.0001, 0.001, 0.01}) {
                try (var scene = Scene.on(house, "damaged" + (int) (chance * 10_000), 2)) {
                    scene.line.inflict(Flow.UP, new Fault.Damage(chance));
                    try (var damaged = scene.publish(clip.once().asFastAsPossible())) {
                        Waiting.until(
                                "damaged connections",
                                Duration.ofMinutes(10),
                                () -> damaged.connections() > DAMAGED_CONNECTIONS);
                    }
                    System.out.printf("damage of %s a byte: %s%n", chance, scene.line.figures());
                    assertThat(scene.line.figures().bytesDamaged()).isPositive();
                }
            }
            encoder.stop();
            assertThat(watching.histories(DEADLINE).values())
                    .allSatisfy(history -> assertThat(history.discontinuities()).isZero());
        }
    }

    private static List<String> playAll(Map<String, Callable<String>> scenes) throws Exception {
        var results = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var playing = new LinkedHashMap<String, Future<String>>();
            scenes.forEach((name, scene) -> playing.put(name, threads.submit(scene)));
            for (var scene : playing.entrySet()) {
                results.add(scene.getKey() + ": " + scene.getValue().get());
            }
        }
        return results;
    }

    private String cut(Scene scene, Duration away) throws Exception {
        try (scene) {
            try (var encoder = scene.publishDirectly(clip)) {
                scene.awaitLive();
                var watching = scene.watch();
                var broadcast = scene.stream().broadcast();
                scene.awaitSegments(1);
                encoder.kill();
                LockSupport.parkNanos(away.toNanos());
                try (var back = scene.publishDirectly(clip)) {
                    scene.awaitLive();
                    scene.awaitSegments(2);
                    var isSame = scene.stream().broadcast().equals(broadcast);
                    assertThat(isSame).isEqualTo(away.compareTo(GRACE) < 0);
                    back.stop();
                }
                return "same broadcast: %s, %s".formatted(away.compareTo(GRACE) < 0, watching.histories(DEADLINE));
            }
        }
    }

    private String stall(Scene scene, Duration silence) throws Exception {
        try (scene;
                var encoder = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            scene.awaitSegments(1);
            scene.line.inflict(Flow.UP, new Fault.Silence());
            LockSupport.parkNanos(silence.toNanos());
            scene.line.heal();
            scene.awaitSegments(3);
            encoder.stop();
            assertThat(encoder.connections()).isEqualTo(1);
            var histories = watching.histories(DEADLINE);
            assertThat(histories.values()).allMatch(history -> history.discontinuities() == 0);
            return histories.toString();
        }
    }

    /** Nobody comes to take over: the node itself must notice. */
    private String halfOpen(Scene scene) throws Exception {
        try (scene;
                var encoder = scene.publish(clip)) {
            scene.awaitLive();
            scene.awaitSegments(1);
            scene.line.inflict(new Fault.Silence());
            long start = System.nanoTime();
            scene.await(
                    "the stall",
                    stream -> stream.facts().filter(ConnectionFacts::stalled).isPresent());
            long stalled = System.nanoTime();
            scene.await("the loss", stream -> stream.state() instanceof StreamState.Lost);
            long lost = System.nanoTime();
            assertThat(Duration.ofNanos(lost - start)).isLessThan(NOTICED);
            assertThat(encoder.connections()).isEqualTo(1);
            return "stalled after %d ms, lost after %d ms"
                    .formatted((stalled - start) / 1_000_000, (lost - start) / 1_000_000);
        }
    }

    /** The encoder before hears that it was replaced; this one does not come back to take the channel again. */
    private String replaced(Scene scene) throws Exception {
        try (scene;
                var first = scene.publishDirectly(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            scene.awaitSegments(1);
            var broadcast = scene.stream().broadcast();
            try (var second = scene.publishDirectly(clip)) {
                long start = System.nanoTime();
                first.awaitEnd(DEADLINE);
                var gone = Duration.ofNanos(System.nanoTime() - start);
                scene.awaitSegments(5);
                assertThat(scene.stream().broadcast()).isEqualTo(broadcast);
                second.stop();
                var histories = watching.histories(DEADLINE);
                assertThat(histories.values()).allMatch(history -> history.discontinuities() == 1);
                return "the one before ended after %d ms, %s".formatted(gone.toMillis(), histories);
            }
        }
    }

    /** Five in a hundred packets lost, and then a line that holds less than is sent. */
    private String thinUplink(Scene scene) throws Exception {
        try (scene) {
            scene.line.inflict(Flow.UP, new Fault.Loss(0.05, Duration.ofMillis(200)));
            try (var encoder = scene.publish(clip)) {
                scene.awaitLive();
                var watching = scene.watch(Allowance.HOLES);
                scene.awaitSegments(5);
                scene.line.inflict(Flow.UP, new Fault.Throttle(THIN_BYTES_PER_SECOND));
                scene.awaitSegments(5);
                encoder.stop();
                return watching.histories(DEADLINE) + ", " + scene.line.figures();
            }
        }
    }
}
