// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.studio.Encoders;
import live.tributary.node.studio.RefusedTry;

import static org.assertj.core.api.Assertions.assertThat;

/** A node whose memory for media holds one stream. */
@ExtendWith(PostgresExtension.class)
final class FullNodeTest {

    /** No scene lasts so long: where a clip begins anew, its times do not quite join. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(100);

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long SEED = 1;

    private final RunningNode node;
    private final House house;

    FullNodeTest(TestDatabase database) {
        node = RunningNode.start(database, "tributary.studio.window-memory=9MB", "tributary.studio.clean-grace=0s");
        house = House.on(node);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void refusesTheStreamThatWouldNotFitAndKeepsTheOneThatRuns(@TempDir Path folder) {
        var programme = Programme.synthetic().sized(320, 180).paced(30, 30).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        try (var running = Scene.on(house, "first", SEED);
                var newcomer = Scene.on(house, "second", SEED);
                var encoder = running.publish(clip)) {
            running.awaitLive();
            try (var refused = newcomer.publishDirectly(clip)) {
                assertThat(refused.awaitEnd(DEADLINE)).isNotZero();
            }
            assertThat(node.get(Encoders.class).refused(newcomer.channel(), InetAddress.getLoopbackAddress()))
                    .extracting(RefusedTry::reason)
                    .contains(RefusedTry.Reason.NODE_FULL);

            running.line.reset();
            running.await(
                    "the return",
                    stream -> encoder.connections() == 2 && stream.facts().isPresent());
            running.awaitSegments(1);
        }
    }
}
