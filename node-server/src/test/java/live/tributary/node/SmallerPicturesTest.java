// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.Finding;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.EncoderChildren;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static live.tributary.node.LadderNode.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** A viewer with a slow line gets a smaller picture, and the source never notices what becomes of its encoder. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmallerPicturesTest {

    private static final Duration LOOK = Duration.ofSeconds(6);

    private final LadderNode node;

    SmallerPicturesTest(TestDatabase database) {
        node = LadderNode.start(database, "on-watch", 16);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void areMadeWhileSomebodyWatchesAndComeBackWhenTheEncoderIsKilled() throws Exception {
        var programme = Programme.synthetic()
                .with(VideoEncoder.H264_WITH_B_FRAMES, AudioEncoder.AAC)
                .sized(854, 480)
                .lasting(Duration.ofMinutes(2));
        try (var publisher = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, programme, node.ingest())) {
            Waiting.until(
                    "a smaller picture",
                    PATIENCE,
                    () -> node.get("master.m3u8").contains("h360.m3u8"),
                    publisher::output);
            assertThat(EncoderChildren.running()).isEmpty();
            assertThat(node.get("h360.m3u8")).contains("/h360/").contains("#EXT-X-PART:");
            assertThat(watch()).isEmpty();
            assertThat(EncoderChildren.running()).hasSize(1);

            EncoderChildren.running().forEach(ProcessHandle::destroyForcibly);
            try (var watching = Executors.newVirtualThreadPerTaskExecutor()) {
                var watch = watching.submit(this::watch);
                Waiting.until(
                        "the next encoder",
                        PATIENCE,
                        () -> EncoderChildren.running().count() == 1);
                assertThat(watch.get()).isEmpty();
            }
            Waiting.until("parts again", PATIENCE, () -> partsAtTheEnd(node.get("h360.m3u8")));
        }
    }

    /** Where the machine is busy, the smaller picture may be given up while it is watched. */
    private List<Finding> watch() throws Exception {
        return node.watch(Allowance.HOLES, Allowance.WITHDRAWN_RUNGS).follow(LOOK);
    }

    /** The newest closed segment is no gap. */
    private static boolean partsAtTheEnd(String playlist) {
        return playlist.lastIndexOf("#EXT-X-PART:") > playlist.lastIndexOf("#EXT-X-GAP");
    }
}
