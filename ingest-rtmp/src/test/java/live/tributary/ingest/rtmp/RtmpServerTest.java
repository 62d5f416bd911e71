// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RtmpServerTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
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
        try (var server = RtmpServer.start(RtmpServerOptions.listeningOn(ANYWHERE), node);
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
