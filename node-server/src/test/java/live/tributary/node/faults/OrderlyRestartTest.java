// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.FreePort;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.ReturningPublisher;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.StreamState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An operator restarts the node while somebody is on air: the encoder comes back by itself, to the same address. */
@ExtendWith(PostgresExtension.class)
final class OrderlyRestartTest {

    /** No scene lasts so long: where a clip begins anew, its times do not quite join. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(100);

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration WATCHED = Duration.ofSeconds(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final TestDatabase database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String[] settings = {
        "server.port=" + FreePort.find(), "tributary.studio.rtmp-port=" + FreePort.find(), "server.shutdown=graceful"
    };

    OrderlyRestartTest(TestDatabase database) throws IOException {
        this.database = database;
    }

    @Test
    void theEncoderIsToldAndTheBroadcastGoesOnEvenAfterAStartInVainOrEndsAfterTheGrace(@TempDir Path folder)
            throws Exception {
        var programme = Programme.synthetic().sized(320, 180).paced(30, 30).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        var node = RunningNode.start(database, settings);
        var house = House.on(node);
        var ingest = node.ingest(house.key("studio").key().value());
        try (var encoder = ReturningPublisher.publish(Programs.DEBIAN_FFMPEG, clip, ingest, BETWEEN_TRIES)) {
            awaitLive(node, house.channel());
            var before = watch(node, house.channel());
            var broadcast = broadcast(node, house.channel());
            var listed = listed(node, house.channel());
            node.close();
            startsInVain();
            try (var next = RunningNode.start(database, settings)) {
                awaitPublisher(next, house.channel());
                goesOn(before, watch(next, house.channel()));
                assertThat(encoder.connections()).isGreaterThan(1);
                assertThat(broadcast(next, house.channel())).isEqualTo(broadcast);
                awaitStill(next, house.channel());
                for (var segment : listed.entrySet()) {
                    assertThat(fetch(next, house.channel(), segment.getKey())).isEqualTo(segment.getValue());
                }
                var now = MediaPlaylist.parse(playlist(next, house.channel()));
                assertThat(now.segments())
                        .extracting(MediaPlaylist.Segment::uri)
                        .containsAll(listed.keySet());
                assertThat(now.segments())
                        .filteredOn(MediaPlaylist.Segment::discontinuity)
                        .hasSize(1);
            }
        }
        endsWithoutAnEncoder(house.channel());
        client.close();
    }

    /** Whoever tries before the port of the old node is free must not cost viewers what they knew. */
    private void startsInVain() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken =
                    Stream.concat(Stream.of(settings), Stream.of("tributary.studio.rtmp-port=" + other.getLocalPort()));
            assertThatThrownBy(() -> RunningNode.start(database, taken.toArray(String[]::new)))
                    .rootCause()
                    .hasMessageContaining("in use");
        }
    }

    /** Nobody is there after another restart. */
    private void endsWithoutAnEncoder(ChannelId channel) {
        var impatient = Stream.concat(Stream.of(settings), Stream.of("tributary.studio.lost-grace=3s"));
        try (var last = RunningNode.start(database, impatient.toArray(String[]::new))) {
            assertThat(playlist(last, channel)).doesNotContain("#EXT-X-ENDLIST");
            Waiting.until("the end", DEADLINE, () -> playlist(last, channel).contains("#EXT-X-ENDLIST"));
            Waiting.until(
                    "its row",
                    DEADLINE,
                    () -> last.get(Broadcasts.class).current(channel).isEmpty());
        }
    }

    /** The addresses of the source playlist, and what they answer. */
    private Map<String, Integer> listed(RunningNode node, ChannelId channel) {
        var answers = new LinkedHashMap<String, Integer>();
        for (var segment : MediaPlaylist.parse(playlist(node, channel)).segments()) {
            answers.put(segment.uri(), fetch(node, channel, segment.uri()));
        }
        return answers;
    }

    private String playlist(RunningNode node, ChannelId channel) {
        return new String(get(node, channel, "source.m3u8"), StandardCharsets.UTF_8);
    }

    private int fetch(RunningNode node, ChannelId channel, String uri) {
        return Arrays.hashCode(get(node, channel, uri));
    }

    private byte[] get(RunningNode node, ChannelId channel, String name) {
        var uri = node.web().resolve("/live/%s/%s".formatted(channel, name));
        var answer = client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .join();
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        return answer.body();
    }

    private static BroadcastId broadcast(RunningNode node, ChannelId channel) {
        return node.get(LiveStreams.class).find(channel).orElseThrow().broadcast();
    }

    /** A node that goes on shows a broadcast before its encoder is back. */
    private static void awaitPublisher(RunningNode node, ChannelId channel) {
        Waiting.until(
                "the encoder",
                DEADLINE,
                () -> node.get(LiveStreams.class)
                        .find(channel)
                        .filter(stream -> stream.state() instanceof StreamState.Live
                                && stream.facts().isPresent())
                        .isPresent());
    }

    /** Cards and links show it again. */
    private static void awaitStill(RunningNode node, ChannelId channel) {
        Waiting.until(
                "a still",
                DEADLINE,
                () -> node.get(LiveStreams.class)
                        .find(channel)
                        .flatMap(LiveStream::picture)
                        .isPresent());
    }

    private Map<String, PlaylistHistory> watch(RunningNode node, ChannelId channel) throws Exception {
        return Watching.begin(client, master(node, channel), WATCHED).histories(DEADLINE);
    }

    private static void goesOn(Map<String, PlaylistHistory> before, Map<String, PlaylistHistory> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((playlist, history) -> assertThat(after).hasEntrySatisfying(playlist, now -> {
            assertThat(now.firstMsn()).isGreaterThanOrEqualTo(history.firstMsn());
            assertThat(now.lastMsn()).isGreaterThan(history.lastMsn());
        }));
    }

    private static URI master(RunningNode node, ChannelId channel) {
        return node.web().resolve("/live/%s/master.m3u8".formatted(channel));
    }

    private static void awaitLive(RunningNode node, ChannelId channel) {
        Waiting.until(
                "a live stream",
                DEADLINE,
                () -> node.get(LiveStreams.class)
                        .find(channel)
                        .filter(stream -> stream.state() instanceof StreamState.Live)
                        .isPresent());
    }
}
