// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.hls.StreamWatch;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.TwoSizes;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A publisher that sends two sizes at once is shown in both, and nothing is encoded. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SizesOfThePublisherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(8);

    private final RunningNode node;
    private final House house;
    private final HttpClient client = HttpClient.newHttpClient();

    SizesOfThePublisherTest(TestDatabase database) {
        node = RunningNode.start(database, "tributary.ladder.encode=always", "tributary.ladder.cores=2");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void aSecondTrackIsASmallerPictureWithoutAnEncoder() throws Exception {
        var large = Programme.synthetic()
                .with(VideoEncoder.H264_WITH_B_FRAMES, AudioEncoder.AAC)
                .sized(854, 480)
                .lasting(Duration.ofMinutes(2));
        try (var publisher = FfmpegPublisher.publish(
                Programs.bundledFfmpeg(),
                new TwoSizes(large, 360),
                node.ingest(house.key("studio").key().value()))) {
            Waiting.until(
                    "the second track", PATIENCE, () -> get("master.m3u8").contains("t360.m3u8"), publisher::output);
            assertThat(get("master.m3u8")).contains("x360,").doesNotContain("h360.m3u8");
            Waiting.until("the end of the encoder that it replaces", PATIENCE, () -> !encodes());
            Waiting.until(
                    "its segments",
                    PATIENCE,
                    () -> get("t360.m3u8")
                                    .lines()
                                    .filter(line -> line.endsWith(".m4s"))
                                    .count()
                            > 1);

            assertThat(new StreamWatch(client, address("master.m3u8"))
                            .decodingWith(Programs.bundledFfmpeg())
                            .follow(LOOK))
                    .isEmpty();
            assertThat(get("t360.m3u8")).contains("#EXT-X-PART:").doesNotContain("#EXT-X-GAP");
            assertThat(encodes()).isFalse();
        }
    }

    /** The publisher of this test does not read from a pipe. */
    private static boolean encodes() {
        return ProcessHandle.current()
                .descendants()
                .anyMatch(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("ffmpeg") && line.contains("pipe:0") && line.contains("libx264"))
                        .isPresent());
    }

    private String get(String playlist) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address(playlist))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String playlist) {
        return node.web().resolve("/live/%s/%s".formatted(house.channel(), playlist));
    }
}
