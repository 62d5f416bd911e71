// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.StreamWatch;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.AudioEncoder;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A viewer with a slow line gets a smaller picture, and the source never notices what becomes of its encoder. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmallerPicturesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(8);

    private final RunningNode node;
    private final House house;
    private final HttpClient client = HttpClient.newHttpClient();

    SmallerPicturesTest(TestDatabase database) {
        node = RunningNode.start(database, "tributary.ladder.encode=on-watch", "tributary.ladder.cores=16");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void areMadeWhileSomebodyWatchesAndComeBackWhenTheEncoderIsKilled() throws Exception {
        var programme = Programme.synthetic()
                .with(VideoEncoder.H264_WITH_B_FRAMES, AudioEncoder.AAC)
                .sized(1280, 720)
                .lasting(Duration.ofMinutes(2));
        try (var publisher = FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG,
                programme,
                node.ingest(house.key("studio").key().value()))) {
            Waiting.until(
                    "a smaller picture", PATIENCE, () -> get("master.m3u8").contains("h360.m3u8"), publisher::output);
            assertThat(encoders()).isZero();
            assertThat(get("h360.m3u8")).contains("/h360/").contains("#EXT-X-PART:");
            assertThat(new StreamWatch(client, address("master.m3u8"), Allowance.HOLES).follow(LOOK))
                    .isEmpty();
            assertThat(encoders()).isEqualTo(1);

            killEncoders();
            try (var watching = Executors.newVirtualThreadPerTaskExecutor()) {
                var watch = watching.submit(
                        () -> new StreamWatch(client, address("master.m3u8"), Allowance.HOLES).follow(LOOK));
                Waiting.until("the next encoder", PATIENCE, () -> encoders() == 1);
                assertThat(watch.get()).isEmpty();
            }
            Waiting.until("parts again", PATIENCE, () -> partsAtTheEnd(get("h360.m3u8")));
        }
    }

    /** The newest closed segment is no gap. */
    private static boolean partsAtTheEnd(String playlist) {
        return playlist.lastIndexOf("#EXT-X-PART:") > playlist.lastIndexOf("#EXT-X-GAP");
    }

    private static long encoders() {
        return children().count();
    }

    private static void killEncoders() {
        children().forEach(ProcessHandle::destroyForcibly);
    }

    /** Children of this process that read from a pipe: the publisher of the test does not. */
    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info()
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
