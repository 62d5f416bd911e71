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
import live.tributary.fixtures.publisher.VideoEncoder;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Who cannot play the sound as it is sent is offered AAC, at any size of the picture. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SoundForEverybodyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final RunningNode node;
    private final House house;
    private final HttpClient client = HttpClient.newHttpClient();

    SoundForEverybodyTest(TestDatabase database) {
        node = RunningNode.start(database, "tributary.ladder.encode=on-watch", "tributary.ladder.cores=16");
        house = House.on(node);
    }

    @AfterAll
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void isMadeOfOpusBesideThePictureAndKeepsEveryRule() throws Exception {
        var programme = Programme.synthetic()
                .with(VideoEncoder.H264, AudioEncoder.OPUS)
                .sized(854, 480)
                .lasting(Duration.ofMinutes(2));
        try (var publisher = FfmpegPublisher.publish(
                Programs.bundledFfmpeg(),
                programme,
                node.ingest(house.key("studio").key().value()))) {
            Waiting.until("sound in AAC", PATIENCE, () -> get("master.m3u8").contains("aac.m3u8"), publisher::output);
            assertThat(get("master.m3u8").lines())
                    .as("each picture with each sound, the smaller one too")
                    .filteredOn(line -> line.contains("RESOLUTION="))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("x480", ",opus\"", "AUDIO=\"opus\""),
                            line -> assertThat(line).contains("x480", ",mp4a.40.2\"", "AUDIO=\"aac\""),
                            line -> assertThat(line).contains("x360", ",opus\"", "AUDIO=\"opus\""),
                            line -> assertThat(line).contains("x360", ",mp4a.40.2\"", "AUDIO=\"aac\""));
            assertThat(get("aac.m3u8"))
                    .as("asking for it is enough")
                    .contains("/aac/")
                    .contains("#EXT-X-PART:");
            assertThat(new StreamWatch(client, address("master.m3u8"))
                            .decodingWith(Programs.bundledFfmpeg())
                            .follow(LOOK))
                    .isEmpty();
            assertThat(get("aac.m3u8"))
                    .satisfies(playlist -> assertThat(playlist.lastIndexOf("#EXT-X-PART:"))
                            .isGreaterThan(playlist.lastIndexOf("#EXT-X-GAP")));
        }
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
