// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.TwoSizes;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.EncoderChildren;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static live.tributary.node.LadderNode.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** A publisher that sends two sizes at once is shown in both, and nothing is encoded. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SizesOfThePublisherTest {

    private static final Duration LOOK = Duration.ofSeconds(6);

    private final LadderNode node;

    SizesOfThePublisherTest(TestDatabase database) {
        node = LadderNode.start(database, "always", 2);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aSecondTrackIsASmallerPictureWithoutAnEncoder() throws Exception {
        var large = Programme.synthetic()
                .with(VideoEncoder.H264_WITH_B_FRAMES, AudioEncoder.AAC)
                .sized(854, 480)
                .lasting(Duration.ofMinutes(2));
        try (var publisher =
                FfmpegPublisher.publish(Programs.bundledFfmpeg(), new TwoSizes(large, 360), node.ingest())) {
            Waiting.until(
                    "the second track",
                    PATIENCE,
                    () -> node.get("master.m3u8").contains("t360.m3u8"),
                    publisher::output);
            assertThat(node.get("master.m3u8")).contains("x360,").doesNotContain("h360.m3u8");
            Waiting.until(
                    "the end of the encoder that it replaces",
                    PATIENCE,
                    () -> EncoderChildren.running().findAny().isEmpty());
            Waiting.until(
                    "its segments",
                    PATIENCE,
                    () -> node.get("t360.m3u8")
                                    .lines()
                                    .filter(line -> line.endsWith(".m4s"))
                                    .count()
                            > 1);

            assertThat(node.watch().decodingWith(Programs.bundledFfmpeg()).follow(LOOK))
                    .isEmpty();
            assertThat(node.get("t360.m3u8")).contains("#EXT-X-PART:").doesNotContain("#EXT-X-GAP");
            assertThat(EncoderChildren.running()).isEmpty();
        }
    }
}
