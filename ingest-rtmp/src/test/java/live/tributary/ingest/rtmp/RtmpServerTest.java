// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.process.Waiting;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RtmpServerTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int S0_S1_S2_BYTES = 1 + 2 * 1536;

    private final OneKey node = new OneKey();

    @Test
    void saysWhichAddressItCannotHave() throws IOException {
        try (var first = RtmpServer.start(RtmpServerOptions.listeningOn(ANYWHERE), node)) {
            var same = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());
            assertThatThrownBy(() -> RtmpServer.start(RtmpServerOptions.listeningOn(same), node))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(first.port()));
        }
    }

    @Test
    void runsOnLentEventLoopsAndLeavesThemRunning() throws IOException {
        try (var loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory())) {
            var options = RtmpServerOptions.listeningOn(ANYWHERE).withEventLoops(new EventLoops.Shared(loops));
            RtmpServer.start(options, node).close();
            try (var second = RtmpServer.start(options, node)) {
                assertThat(shakesHands(second.port())).isTrue();
            }
            assertThat(loops.isShuttingDown()).isFalse();
        }
    }

    @Test
    void closesPeersThatAskAndNeverRead() throws IOException {
        var usual = Deadlines.DEFAULTS;
        var strict = new Deadlines(
                usual.handshake(),
                Duration.ofSeconds(2),
                usual.decision(),
                usual.firstMedia(),
                usual.idle(),
                usual.silence(),
                usual.reconnect());
        var options = RtmpServerOptions.listeningOn(ANYWHERE).withLimits(RtmpLimits.DEFAULTS.withDeadlines(strict));
        try (var server = RtmpServer.start(options, node);
                var socket = new Socket(ANYWHERE.getAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(new Encoder().handshake().connect("live").bytes());
            byte[] pings = pings(4096);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            out.write(pings);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void letsAPublisherGoBeforeItCloses() throws Exception {
        try (var server = RtmpServer.start(RtmpServerOptions.listeningOn(ANYWHERE), node)) {
            var closing = new FutureTask<Void>(server::close, null);
            try (var socket = new Socket(ANYWHERE.getAddress(), server.port())) {
                socket.getOutputStream().write(onAir());
                Waiting.until("a frame", DEADLINE, this::hasFrame);
                Thread.ofVirtual().start(closing);
                awaitText(socket, "NetConnection.Connect.ReconnectRequest");
            }
            closing.get();
        }
        assertThat(node.recordings().getFirst().endKind()).contains(PublicationEnd.Kind.LOST);
    }

    private boolean hasFrame() {
        return !node.recordings().isEmpty()
                && !node.recordings().getFirst().tags(VideoFrame.class).isEmpty();
    }

    private static byte[] onAir() {
        return new Encoder()
                .thatReconnects()
                .handshake()
                .prelude(OneKey.KEY)
                .publish(OneKey.KEY)
                .video(0, Wire.hex("17 01 000000 00000001 65"))
                .bytes();
    }

    private static void awaitText(Socket socket, String text) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).describedAs("closed without: " + text).isNotNegative();
            read.append((char) next);
        }
    }

    private static byte[] pings(int count) {
        var encoder = new Encoder();
        for (int i = 0; i < count; i++) {
            encoder.message(2, 0, 4, 0, Wire.hex("0006 00000001"));
        }
        return encoder.bytes();
    }

    private static boolean shakesHands(int port) throws IOException {
        try (var socket = new Socket(ANYWHERE.getAddress(), port)) {
            socket.getOutputStream().write(new Encoder().handshake().bytes());
            return socket.getInputStream().readNBytes(S0_S1_S2_BYTES).length == S0_S1_S2_BYTES;
        }
    }
}
