// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Encoders that vanish, fall silent, fight or send rubbish, each on a channel of its own and all at once; beside them one
 * to whom nothing happens, and whose viewers must notice nothing. The long forms are {@code ./tributary probe faults}.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublisherFaultsTest {

    /** No scene lasts so long: where a clip begins anew, its times do not quite join. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(100);

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final long SEED = 20_261_125;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RunningNode node;
    private final House house;

    PublisherFaultsTest(TestDatabase database) {
        node = RunningNode.start(
                database,
                "tributary.studio.lost-grace=" + PublisherFaults.GRACE.toSeconds() + "s",
                "tributary.studio.clean-grace=1s");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        threads.close();
        node.close();
    }

    @TestFactory
    Stream<DynamicTest> viewersAreServedAsPromisedWhen(@TempDir Path folder) throws Exception {
        var programme = Programme.synthetic().sized(320, 180).paced(30, 30).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        var playing = new LinkedHashMap<String, Future<?>>();
        try (var neighbour = Scene.on(house, "neighbour", SEED);
                var encoder = neighbour.publish(clip)) {
            neighbour.awaitLive();
            var watching = neighbour.watch();
            PublisherFaults.all().forEach((name, act) -> {
                // One after the other: a node checks few passwords at a time.
                var scene = Scene.on(house, act.handle(), SEED);
                playing.put(name, threads.submit(() -> play(act, scene, clip)));
            });
            awaitAll(playing);
            encoder.stop();
            playing.put("all this happens to others", threads.submit(() -> untouched(watching)));
            awaitAll(playing);
        }
        return playing.entrySet().stream()
                .map(scene -> DynamicTest.dynamicTest(
                        scene.getKey(), () -> scene.getValue().get()));
    }

    private static boolean play(PublisherFaults.Act act, Scene scene, Clip clip) throws Exception {
        try (scene) {
            act.scene().play(scene, clip);
            return true;
        }
    }

    private static boolean untouched(Watching watching) throws Exception {
        assertThat(watching.histories(DEADLINE).values()).allSatisfy(history -> {
            assertThat(history.discontinuities()).isZero();
            assertThat(history.longestPause()).isLessThan(Duration.ofSeconds(2));
            assertThat(history.ended()).isTrue();
        });
        return true;
    }

    /** How they ended is told by their own tests. */
    private static void awaitAll(Map<String, Future<?>> scenes) throws InterruptedException {
        for (var scene : scenes.values()) {
            try {
                scene.get();
            } catch (ExecutionException toldLater) {
                assertThat(scene.isDone()).isTrue();
            }
        }
    }
}
