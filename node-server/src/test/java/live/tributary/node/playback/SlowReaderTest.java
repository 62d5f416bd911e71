// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlowReaderTest {

    private static final int VIEWERS = 20;
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void isDisconnectedAndTheMemoryOfItsSegmentGivenBack() throws IOException {
        var node = new LiveNode(LiveNode.properties(Duration.ofSeconds(10), Duration.ofSeconds(1)), MEGABYTE);
        var sockets = new ArrayList<Socket>();
        try (node) {
            var segment = node.live().listed("source.m3u8", "100.m4s");
            var buffers = node.memory.activeBuffers();
            for (int i = 0; i < VIEWERS; i++) {
                var socket = node.connect();
                sockets.add(socket);
                socket.getOutputStream().write(LiveNode.request(segment));
            }
            Eventually.until(
                    "all asked", () -> node.count("tributary.playback.requests", "kind", "segment") == VIEWERS);
            // However many read slowly, they all hold the same bytes.
            assertThat(node.memory.activeBuffers()).isEqualTo(buffers);
            Eventually.until("all are gone", () -> node.count("tributary.playback.slow.disconnected") == VIEWERS);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        Eventually.until("every buffer came home", () -> node.memory.activeBuffers() == 0);
    }

    @Test
    void isLeftInPeaceWhileItTakesSomething() throws IOException {
        try (var node = new LiveNode(LiveNode.properties(Duration.ofSeconds(10), Duration.ofMillis(1_500)), MEGABYTE);
                var socket = node.connect()) {
            var segment = node.live().listed("source.m3u8", "100.m4s");
            socket.getOutputStream().write(LiveNode.request(segment));
            long read = 0;
            // Takes twice as long as a viewer may take nothing.
            while (read < 10L * MEGABYTE) {
                read += socket.getInputStream().readNBytes(8192).length;
                LockSupport.parkNanos(2_500_000);
            }
            assertThat(node.count("tributary.playback.slow.disconnected")).isZero();
        }
    }
}
