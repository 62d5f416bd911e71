// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The wall clock of the machine is set by an hour, forwards and back, while somebody is on air. */
@Tag("benchmark")
@ExtendWith(PostgresExtension.class)
final class ProbeFaultClock {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final SteppingClock clock = new SteppingClock();
    private final RunningNode node;
    private final House house;

    ProbeFaultClock(TestDatabase database) {
        node = RunningNode.start(database, clock, "tributary.studio.clean-grace=1s");
        house = House.on(node);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anHourIsOneDiscontinuityAndNothingElse(@TempDir Path folder) throws Exception {
        var programme = Programme.synthetic().sized(640, 360).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        try (var scene = Scene.on(house, "streamer", 1);
                var encoder = scene.publish(clip)) {
            scene.awaitLive();
            var watching = scene.watch();
            var visitor = new WebVisitor(node.web());
            scene.awaitSegments(3);
            clock.step(HOUR);
            scene.awaitSegments(5);
            clock.step(HOUR.negated());
            scene.awaitSegments(5);
            assertThat(visitor.get("/").status()).isEqualTo(200);
            assertThat(encoder.connections()).isEqualTo(1);
            encoder.stop();
            var histories = watching.histories(DEADLINE);
            System.out.println("clock set by an hour and back: " + histories);
            assertThat(histories.values())
                    .allSatisfy(history -> assertThat(history.discontinuities()).isEqualTo(2));
        }
    }
}
