// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.PlaylistRules;

import static org.assertj.core.api.Assertions.assertThat;

class MediaRoutesTest {

    private final LiveNode node = new LiveNode().live();

    @AfterEach
    void everyBufferComesHome() {
        node.close();
        Eventually.until("every buffer came home", () -> node.memory.activeBuffers() == 0);
    }

    @Test
    void answersAPlaylistAtOnceWithHeadersForBrowsers() {
        var response = node.get("source.m3u8");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new PlaylistRules().check(response.body())).isEmpty();
        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("application/vnd.apple.mpegurl"))
                .containsEntry("cache-control", List.of("no-cache"))
                .containsEntry("vary", List.of("accept-encoding"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("access-control-expose-headers", List.of("Date, Age"))
                .containsEntry("date", List.of("Wed, 25 Nov 2026 12:00:00 GMT"))
                .doesNotContainKeys("etag", "content-encoding", "transfer-encoding", "set-cookie");
    }

    @Test
    void answersBothMastersAndAllThatTheyName() {
        var rules = new PlaylistRules();
        var names = Set.of("source.m3u8", "j-source.m3u8", "audio.m3u8");
        assertThat(rules.checkMaster(node.get("master.m3u8").body(), names)).isEmpty();
        assertThat(rules.checkMaster(node.get("joined.m3u8").body(), names)).isEmpty();
        assertThat(rules.checkView(Map.of(
                        "source.m3u8", node.get("source.m3u8").body(),
                        "audio.m3u8", node.get("audio.m3u8").body())))
                .isEmpty();
    }

    @Test
    void compressesOnlyForThoseWhoAcceptIt() throws IOException {
        var plain = node.get("source.m3u8", "Accept-Encoding", "br, gzip;q=0");
        var zipped = node.get("source.m3u8", "Accept-Encoding", "br, gzip");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
        var bytes = zipped.body().getBytes(StandardCharsets.ISO_8859_1);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
    }

    @Test
    void servesMediaAsImmutableForAMinute() {
        var part = node.get(node.listed("source.m3u8", "100.3.m4s"));
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(node.content('v'));
        assertThat(part.headers().map())
                .containsEntry("content-type", List.of("video/mp4"))
                .containsEntry("cache-control", List.of("public, max-age=60, immutable"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .doesNotContainKeys("vary", "accept-ranges");
        var sound = node.get(node.listed("audio.m3u8", "100.m4s"));
        assertThat(sound.headers().firstValue("content-type")).contains("audio/mp4");
        assertThat(sound.body()).isEqualTo(node.content('a').repeat(10));
        var joined = node.get(node.listed("j-source.m3u8", "100.3.m4s"));
        assertThat(joined.body()).isEqualTo(node.content('v') + node.content('a'));
        assertThat(node.get(node.listed("j-source.m3u8", ".mp4")).body()).isEqualTo("init va");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 10, bytes 0-9/10000",
        "bytes=9990-, 206, 10, bytes 9990-9999/10000",
        "bytes=-5, 206, 5, bytes 9995-9999/10000",
        "bytes=9990-20000, 206, 10, bytes 9990-9999/10000",
        "bytes=10000-, 416, 0, bytes */10000",
        "bytes=-0, 416, 0, bytes */10000",
        "bytes=5-4, 200, 10000,",
        "bytes=-, 200, 10000,",
        "'bytes=0-1,5-6', 200, 10000,",
        "lines=0-1, 200, 10000,",
    })
    void answersOneRangeOfASegment(String range, int status, int length, String contentRange) {
        var response = node.get(node.listed("source.m3u8", "100.m4s"), "Range", range);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).hasSize(length);
        assertThat(response.headers().firstValue("content-range").orElse(null)).isEqualTo(contentRange);
    }

    @Test
    void ignoresRangesOfParts() {
        var response = node.get(node.listed("source.m3u8", "100.0.m4s"), "Range", "bytes=0-1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(node.content('v'));
    }

    @Test
    void answersHeadWithoutABody() {
        var path = "/live/" + LiveNode.CHANNEL + "/" + node.listed("source.m3u8", "100.m4s");
        var response = node.send("HEAD", path).join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).contains("10000");
        assertThat(response.headers().firstValue("accept-ranges")).contains("bytes");
    }

    @Test
    void answersPreflightsForADay() {
        var response = node.send("OPTIONS", "/live/anything").join();
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().map())
                .containsEntry("access-control-allow-methods", List.of("GET, HEAD, OPTIONS"))
                .containsEntry(
                        "access-control-allow-headers",
                        List.of("Range, CMCD-Object, CMCD-Request, CMCD-Session, CMCD-Status"))
                .containsEntry("access-control-max-age", List.of("86400"))
                .containsEntry("access-control-allow-origin", List.of("*"));
    }

    @Test
    void hearsHowPlayersOfOthersFareAndAnswersAsEver() {
        var plain = node.get("source.m3u8");
        var inAddress = node.get("source.m3u8?CMCD=bl%3D1500%2Csid%3D%22x%22%2Csu");
        assertThat(inAddress.body()).isEqualTo(plain.body());
        assertThat(inAddress.headers().map()).isEqualTo(plain.headers().map());
        var part = node.listed("source.m3u8", ".m4s");
        var inHeaders = node.get(part, "CMCD-Request", "bl=900", "CMCD-Status", "bs", "CMCD-Session", "sid=\"x\"");
        assertThat(inHeaders.statusCode()).isEqualTo(200);
        assertThat(node.get(part + "?CMCD=%2C%22bs").statusCode()).isEqualTo(200);
        assertThat(node.reports).containsExactly(new Cmcd(false, true, 1_500), new Cmcd(true, false, 900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void refusesOtherMethods(String method) {
        var response =
                node.send(method, "/live/" + LiveNode.CHANNEL + "/source.m3u8").join();
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/",
                "/live/0123456789ab",
                "/live/0123456789ab/",
                "/live/zzzzzzzzzzzz/source.m3u8",
                "/live/0123456789ab/720p.m3u8",
                "/live/0123456789ab/source.m3u8/",
                "/live/0123456789ab/../0123456789ab/source.m3u8",
                "/live/0123456789ab/%73ource.m3u8",
                "/live/0123456789ab/00000000/source/100.m4s",
                "/live/0123456789ab/00000000/source/100.0.m4s",
            })
    void knowsNothingElse(String path) {
        var response = node.send("GET", path).join();
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=1");
        assertThat(response.headers().firstValue("access-control-allow-origin")).contains("*");
    }

    @Test
    void leavesOtherAddressesToTheHouse() {
        assertThat(node.send("GET", "/lively").join().statusCode()).isEqualTo(418);
        assertThat(node.send("GET", "/live").join().statusCode()).isEqualTo(418);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_HLS_part=1",
                "_HLS_msn=",
                "_HLS_msn=x",
                "_HLS_msn=-1",
                "_HLS_msn=%31",
                "_HLS_msn=100&_HLS_msn=100",
                "_HLS_msn=100&_HLS_part=-1",
                "_HLS_msn=100&_HLS_part=0&_HLS_part=0",
                "_HLS_msn=103",
                "_HLS_msn=101&_HLS_part=15",
                "_HLS_msn=99999999999999999999",
            })
    void refusesDirectivesThatContradictTheSpecification(String query) {
        var response = node.get("source.m3u8?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_HLS_msn=1",
                "_HLS_msn=100",
                "_HLS_msn=100&_HLS_part=9",
                "_HLS_msn=100&_HLS_skip=YES",
                "a=b&_HLS_msn=100&_HLS_push=1&&=",
            })
    void answersAtOnceWhatIsThereAlready(String query) {
        var response = node.get("source.m3u8?" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=12");
    }

    @Test
    void saysNothingOfABroadcastThatIsGone() {
        node.writer.close();
        assertThat(node.get("source.m3u8").statusCode()).isEqualTo(404);
        assertThat(node.get("master.m3u8").statusCode()).isEqualTo(404);
    }

    @Test
    void countsWithoutALabelForAnyStream() {
        var part = node.listed("source.m3u8", "100.0.m4s");
        node.get(part);
        node.get("none.mp4");
        assertThat(node.count("tributary.playback.requests", "kind", "part")).isEqualTo(1);
        assertThat(node.count("tributary.playback.requests", "kind", "playlist"))
                .isEqualTo(1);
        assertThat(node.count("tributary.playback.refusals", "status", "404")).isEqualTo(1);
        assertThat(node.count("tributary.playback.bytes")).isGreaterThan(1000);
        assertThat(node.meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void letsSharedCachesHoldThePresentForASecondWhenToldOfThem() {
        var properties = new PlaybackProperties(10, 10, Duration.ofSeconds(1), Duration.ofSeconds(20), true);
        try (var behindCdn = new LiveNode(properties, 10).live()) {
            assertThat(behindCdn.get("source.m3u8").headers().firstValue("cache-control"))
                    .contains("public, max-age=1");
        }
    }
}
