// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.PlaylistHistory;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.fixtures.publisher.ReturningPublisher;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.StreamState;

import static org.assertj.core.api.Assertions.assertThat;

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
        "server.port=" + freePort(), "tributary.studio.rtmp-port=" + freePort(), "server.shutdown=graceful"
    };

    OrderlyRestartTest(TestDatabase database) throws IOException {
        this.database = database;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theEncoderIsToldAndTheAddressGoesOnCounting(@TempDir Path folder) throws Exception {
        var programme = Programme.synthetic().sized(320, 180).paced(30, 30).lasting(LONG_ENOUGH);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
        var node = RunningNode.start(database, settings);
        var house = House.on(node);
        var ingest = node.ingest(house.key("studio").key().value());
        try (var encoder = ReturningPublisher.publish(Programs.DEBIAN_FFMPEG, clip, ingest, BETWEEN_TRIES)) {
            awaitLive(node, house.channel());
            var before = watch(node, house.channel());
            node.close();
            try (var next = RunningNode.start(database, settings)) {
                awaitLive(next, house.channel());
                goesOn(before, watch(next, house.channel()));
                assertThat(encoder.connections()).isGreaterThan(1);
            }
        } finally {
            client.close();
        }
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
