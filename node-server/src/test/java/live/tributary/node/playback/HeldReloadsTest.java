// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpProtocol;

import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.hls.RenditionName;

import static org.assertj.core.api.Assertions.assertThat;

class HeldReloadsTest {

    private final PlaylistRules rules = new PlaylistRules();
    private final LiveNode node =
            new LiveNode(new PlaybackProperties(1_000, 1, Duration.ofMillis(700), Duration.ofSeconds(20), false), 100);

    @AfterEach
    void everyBufferAndPlaceComesHome() {
        node.close();
        Eventually.until("every buffer came home", () -> node.memory.activeBuffers() == 0);
    }

    @Test
    void areAnsweredWithThePartTheyWaitFor() {
        node.live().open();
        var first = node.ask("source.m3u8?_HLS_msn=101&_HLS_part=0");
        var second = node.ask("j-source.m3u8?_HLS_msn=101&_HLS_part=1");
        var whole = node.ask("audio.m3u8?_HLS_msn=101");
        held(3);
        node.part(true);
        assertThat(rules.checkBlockedAnswer(body(first), 101, 0)).isEmpty();
        assertThat(second).isNotDone();
        node.part(false);
        assertThat(rules.checkBlockedAnswer(body(second), 101, 1)).isEmpty();
        assertThat(whole).isNotDone();
        node.closeSegment();
        assertThat(rules.checkBlockedAnswer(body(whole), 101, -1)).isEmpty();
        held(0);
        assertThat(node.window().followers(RenditionName.SOURCE))
                .as("one waited for each part")
                .isOne();
        assertThat(node.window().followers(RenditionName.AUDIO))
                .as("however often it was looked at")
                .isOne();
    }

    @Test
    void takeAPartBeyondAClosedSegmentForTheFirstOfTheNext() {
        node.live();
        var reload = node.ask("source.m3u8?_HLS_msn=100&_HLS_part=10");
        held(1);
        node.open();
        node.part(true);
        assertThat(rules.checkBlockedAnswer(body(reload), 101, 0)).isEmpty();
    }

    @Test
    void getTheFinalPlaylistWhenTheBroadcastEnds() {
        node.live();
        var reload = node.ask("source.m3u8?_HLS_msn=101&_HLS_part=3");
        held(1);
        node.writer.end();
        assertThat(body(reload)).endsWith("#EXT-X-ENDLIST\n");
    }

    @Test
    void hearAtOnceThatTheBroadcastIsGone() {
        node.live();
        var reload = node.ask("source.m3u8?_HLS_msn=101&_HLS_part=3");
        held(1);
        node.writer.close();
        assertThat(reload.join().statusCode()).isEqualTo(404);
    }

    @Test
    void waitForTheEncoderOfAPictureThatNobodyWatchedYet() {
        node.offerSmaller();
        node.live();
        var small = node.ask("h360.m3u8");
        held(1);
        assertThat(node.window()
                        .demandedSince(System.nanoTime() - Duration.ofMinutes(1).toNanos()))
                .containsExactly(LiveNode.SMALLER);
        node.smallerPart();
        assertThat(body(small)).contains("/h360/100.0.m4s");
        assertThat(node.get("h360.m3u8").body()).contains("/h360/100.0.m4s");
    }

    @Test
    void holdAHintedPartUntilItIsThereOrWillNotCome() {
        node.live().open();
        var next = node.listed("source.m3u8", "101.0.m4s");
        var hinted = node.ask(next);
        held(1);
        node.part(true);
        assertThat(body(hinted)).isEqualTo(node.content('v'));
        var neverComes = node.ask(next.replace("101.0", "101.1"));
        held(1);
        node.closeSegment();
        assertThat(neverComes.join().statusCode()).isEqualTo(404);
    }

    @Test
    void waitForABroadcastThatIsStarting() {
        var master = node.ask("master.m3u8");
        var playlist = node.ask("source.m3u8");
        held(2);
        node.live();
        assertThat(body(master)).contains("source.m3u8");
        assertThat(rules.check(body(playlist))).isEmpty();
    }

    @Test
    void endWithoutABroadcastInTime() {
        var response = node.get("source.m3u8");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("1");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        held(0);
    }

    @Test
    void endAfterThreeTargetDurations() {
        node.live();
        assertThat(node.get("source.m3u8?_HLS_msn=101&_HLS_part=0").statusCode())
                .isEqualTo(503);
        held(0);
    }

    @Test
    void areForgottenWhenTheirClientGoesAway() throws IOException {
        node.live();
        try (var socket = node.connect()) {
            socket.getOutputStream().write(LiveNode.request("source.m3u8?_HLS_msn=101&_HLS_part=0"));
            held(1);
        }
        held(0);
    }

    @Test
    void getTheCurrentPlaylistWhenTooManyWait() throws IOException {
        try (var crowded = new LiveNode(
                                new PlaybackProperties(1, 9, Duration.ofSeconds(9), Duration.ofSeconds(9), false), 9)
                        .live();
                var socket = crowded.connect()) {
            socket.getOutputStream().write(LiveNode.request("source.m3u8?_HLS_msn=101&_HLS_part=0"));
            Eventually.until("one is held", () -> crowded.held() == 1);
            var response = crowded.get("source.m3u8?_HLS_msn=101&_HLS_part=0");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("100.m4s").doesNotContain("101.0.m4s\",");
            // The address names a state that this answer does not hold.
            assertThat(response.headers().firstValue("cache-control")).contains("no-cache");
        }
    }

    @Test
    void getTheCurrentPlaylistWhenTooManyOfOneHttp2ConnectionWait() {
        var two = new PlaybackProperties(9, 2, Duration.ofSeconds(9), Duration.ofSeconds(9), false);
        try (var crowded = new LiveNode(two, 9, HttpProtocol.HTTP11, HttpProtocol.H2C).live()) {
            var reload = "/live/" + LiveNode.CHANNEL + "/source.m3u8?_HLS_msn=101&_HLS_part=0";
            var first = crowded.send(HttpClient.Version.HTTP_2, "GET", "/live/" + LiveNode.CHANNEL + "/source.m3u8")
                    .join();
            assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
            var one = crowded.send(HttpClient.Version.HTTP_2, "GET", reload);
            var second = crowded.send(HttpClient.Version.HTTP_2, "GET", reload);
            Eventually.until("two are held", () -> crowded.held() == 2);
            assertThat(crowded.send(HttpClient.Version.HTTP_2, "GET", reload)
                            .join()
                            .body())
                    .doesNotContain("101.0.m4s\",I");
            crowded.open();
            crowded.part(true);
            assertThat(rules.checkBlockedAnswer(body(one), 101, 0)).isEmpty();
            assertThat(rules.checkBlockedAnswer(body(second), 101, 0)).isEmpty();
        }
    }

    @Test
    void whoWaitsWhenTheNodeStopsIsAskedToComeAgain() {
        try (var node = new LiveNode().live()) {
            var waits = node.ask("source.m3u8?_HLS_msn=101&_HLS_part=0");
            Eventually.until("one who waits", () -> node.held() == 1);
            node.rooms.close();
            var answer = waits.join();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            // Nobody is held any more; what is there is answered.
            assertThat(node.get("source.m3u8?_HLS_msn=101&_HLS_part=0").statusCode())
                    .isEqualTo(503);
            assertThat(node.get("source.m3u8").statusCode()).isEqualTo(200);
            assertThat(node.held()).isZero();
        }
    }

    @Test
    void areAnsweredAThousandAtOnceByOnePart() throws IOException {
        node.live().open();
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1_000; i++) {
                var socket = node.connect();
                sockets.add(socket);
                socket.getOutputStream().write(LiveNode.request("j-source.m3u8?_HLS_msn=101&_HLS_part=0"));
            }
            held(1_000);
            node.part(true);
            for (var socket : sockets) {
                var start = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
                assertThat(start).isEqualTo("HTTP/1.1 200 OK");
            }
            held(0);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private void held(int count) {
        Eventually.until(count + " are held", () -> node.held() == count);
    }

    private static String body(CompletableFuture<HttpResponse<String>> answer) {
        var response = answer.join();
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
