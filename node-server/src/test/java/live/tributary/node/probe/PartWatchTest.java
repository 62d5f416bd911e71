// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is measured until a playlist is lost must not pass for all of it. */
final class PartWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String PLAYLIST = """
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXT-X-MEDIA-SEQUENCE:7
            """;

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    PartWatchTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answerWithAPartEachTimeAndThenWithNone);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answerWithAPartEachTimeAndThenWithNone(HttpExchange exchange) throws IOException {
        try (exchange) {
            int request = requests.incrementAndGet();
            if (request > 4) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var parts = "#EXT-X-PART:URI=\"a.m4s\",DURATION=0.20000\n".repeat(request);
            byte[] body = (PLAYLIST + parts).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void saysThatItLostItsPlaylist() {
        var playlist = URI.create(
                "http://127.0.0.1:%d/h360.m3u8".formatted(server.getAddress().getPort()));
        var watch = PartWatch.follow(playlist);
        Waiting.until("the last answer", PATIENCE, () -> requests.get() > 4 && watch.parts() == 3);
        assertThatThrownBy(watch::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("h360.m3u8")
                .hasStackTraceContaining("answered 404");
    }
}
