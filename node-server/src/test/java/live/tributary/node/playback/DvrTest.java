// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.HttpProtocol;

import static org.assertj.core.api.Assertions.assertThat;

/** Segments that left the memory are answered from files, and nobody sees a difference. */
class DvrTest {

    private static final String OLDEST = "/live/" + LiveNode.CHANNEL + "/";

    @TempDir
    Path folder;

    @Test
    void answersOldSegmentsLikeNewOnes() throws IOException {
        try (var node = live(HttpProtocol.HTTP11)) {
            for (var playlist : new String[] {"source.m3u8", "audio.m3u8", "j-source.m3u8"}) {
                var newest = node.get(node.listed(playlist, "129.m4s"));
                var old = node.get(node.listed(playlist, "100.m4s"));
                assertThat(old.statusCode()).isEqualTo(200);
                assertThat(old.body()).isEqualTo(newest.body()).isNotEmpty();
                assertThat(old.headers().map()).isEqualTo(newest.headers().map());
            }
        }
    }

    @Test
    void answersARangeOfAnOldSegment() throws IOException {
        try (var node = live(HttpProtocol.HTTP11)) {
            var uri = node.listed("j-source.m3u8", "100.m4s");
            var part = node.get(uri, "Range", "bytes=995-1004");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo("vvvvvaaaaa");
            assertThat(part.headers().firstValue("Content-Range")).contains("bytes 995-1004/20000");
            assertThat(node.get(uri, "Range", "bytes=20000-").statusCode()).isEqualTo(416);
        }
    }

    @Test
    void answersHeadOfAnOldSegmentWithoutABody() throws IOException {
        try (var node = live(HttpProtocol.HTTP11)) {
            for (var playlist : new String[] {"source.m3u8", "j-source.m3u8"}) {
                var uri = node.listed(playlist, "100.m4s");
                var sent = node.count("tributary.playback.bytes");
                var head = node.send("HEAD", OLDEST + uri).join();
                assertThat(head.statusCode()).isEqualTo(200);
                assertThat(head.headers().firstValue("Content-Length"))
                        .contains(playlist.startsWith("j-") ? "20000" : "10000");
                assertThat(head.body()).isEmpty();
                assertThat(node.count("tributary.playback.bytes")).isEqualTo(sent);
            }
        }
    }

    @Test
    void answersOldSegmentsOverHttp2() throws IOException {
        try (var node = live(HttpProtocol.H2C, HttpProtocol.HTTP11)) {
            var uri = node.listed("j-source.m3u8", "100.m4s");
            // The first request asks to upgrade; the second is in HTTP/2 from its beginning.
            node.send(HttpClient.Version.HTTP_2, "GET", OLDEST + uri).join();
            var answer =
                    node.send(HttpClient.Version.HTTP_2, "GET", OLDEST + uri).join();
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo(node.get(uri).body()).hasSize(20_000);
        }
    }

    @Test
    void knowsNothingOfAFileThatIsGone() throws IOException {
        try (var node = live(HttpProtocol.HTTP11)) {
            var uri = node.listed("source.m3u8", "100.m4s");
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.filter(each -> each.toString().contains("100-")).toList()) {
                    Files.delete(file);
                }
            }
            assertThat(node.get(uri).statusCode()).isEqualTo(404);
        }
    }

    private LiveNode live(HttpProtocol... protocols) throws IOException {
        var node = LiveNode.withFiles(folder.resolve("live"), protocols).live();
        for (int i = 1; i < 30; i++) {
            node.segment();
        }
        return node;
    }
}
