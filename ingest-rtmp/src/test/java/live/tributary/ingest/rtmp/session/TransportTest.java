// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollChannelOption;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Waiting;
import live.tributary.ingest.rtmp.EventLoops;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_FRAMES = Duration.ofNanos(100_000);

    @Test
    void letsTheKernelGiveUpOnAVanishedPeerAfterFifteenSeconds() {
        try (var transport = Transport.of(new EventLoops.Own(1))) {
            assertThat(transport.bootstrap().config().childOptions())
                    .containsEntry(EpollChannelOption.TCP_USER_TIMEOUT, 15_000);
        }
    }

    @Test
    void itsLoopsGatherWhatManyPublishersSend() throws IOException {
        try (var transport = Transport.of(new EventLoops.Own(1))) {
            var server = transport
                    .bootstrap()
                    .childHandler(new ChannelInboundHandlerAdapter())
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .syncUninterruptibly()
                    .channel();
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), ((InetSocketAddress) server.localAddress()).getPort())) {
                var sender = Thread.startVirtualThread(() -> sendUntilInterrupted(socket));
                Waiting.until("a loop that gathers", DEADLINE, TransportTest::aLoopGathers);
                sender.interrupt();
            }
        }
    }

    private static void sendUntilInterrupted(Socket socket) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                socket.getOutputStream().write(1);
                LockSupport.parkNanos(BETWEEN_FRAMES.toNanos());
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private static boolean aLoopGathers() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(GatheringSelect.class.getName()));
    }
}
