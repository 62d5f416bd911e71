// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Heap that a held reload costs, its connection included. Run on purpose; the figure is kept in {@code docs/}. */
@Tag("benchmark")
class BenchmarkHeldRequests {

    private static final int HELD = 4_000;
    private static final int WARM_UP = 200;
    private static final int SILENT = 1_000;
    private static final long BUDGET_BYTES = 4_096;

    @Test
    void costAtMostFourKilobytesOfHeapEach() throws IOException {
        var ofClient = heapOfAClientSocket();
        var sockets = new ArrayList<Socket>(HELD);
        try (var node = new LiveNode(
                new PlaybackProperties(HELD, 1, Duration.ofMinutes(1), Duration.ofSeconds(20), false), 100)) {
            hold(node, sockets, WARM_UP);
            var before = usedHeap();
            hold(node, sockets, HELD);
            var each = (usedHeap() - before) / (HELD - WARM_UP) - ofClient;
            System.out.printf("heap per held request: %d bytes (client sockets of %d left out)%n", each, ofClient);
            assertThat(each).isLessThan(BUDGET_BYTES);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    /** Clients live in the same machine here, but are not ours to count: measured against a server that accepts nobody. */
    private static long heapOfAClientSocket() throws IOException {
        var sockets = new ArrayList<Socket>(SILENT);
        try (var silent = new ServerSocket(0, SILENT, InetAddress.getLoopbackAddress())) {
            var before = usedHeap();
            for (int i = 0; i < SILENT; i++) {
                sockets.add(new Socket(silent.getInetAddress(), silent.getLocalPort()));
            }
            return (usedHeap() - before) / SILENT;
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static void hold(LiveNode node, List<Socket> sockets, int count) throws IOException {
        while (sockets.size() < count) {
            var socket = node.connect();
            sockets.add(socket);
            socket.getOutputStream().write(LiveNode.request("j-source.m3u8"));
        }
        Eventually.until("all are held", () -> node.held() == count);
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
