// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.server.HttpServer;

import live.tributary.node.fixtures.RunningNode;
import live.tributary.transcoder.hls.Encoding;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;

import static org.assertj.core.api.Assertions.assertThat;

/** Viewers who go back and take nothing hold some chunks of what they asked for, whatever its size. */
class SlowViewerOfFilesTest {

    private static final int VIEWERS = 20;
    private static final int PART_BYTES = 256 * 1024;
    private static final int SEGMENT_BYTES = 10 * 2 * PART_BYTES;

    /** The water mark and a chunk, the same once more for TLS, and what the allocator rounds up. */
    private static final long MOST_OF_A_VIEWER = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void overPlainHttp() throws Exception {
        try (var node = live(server -> server)) {
            holdsLittle(node, new Socket[VIEWERS]);
        }
    }

    @Test
    void overTls() throws Exception {
        var tls = SslContextBuilder.forServer(
                        pem("certificate.pem").toFile(), pem("key.pem").toFile())
                .build();
        try (var node = live(server -> server.secure(spec -> spec.sslContext(tls)))) {
            var sockets = new Socket[VIEWERS];
            for (int i = 0; i < VIEWERS; i++) {
                sockets[i] = encrypted(node.connect());
            }
            holdsLittle(node, sockets);
        }
    }

    private void holdsLittle(LiveNode node, Socket[] given) throws IOException {
        var request = LiveNode.request(oldest(node));
        var before = directMemory();
        var sockets = new ArrayList<Socket>();
        try {
            for (var ready : given) {
                var socket = ready == null ? node.connect() : ready;
                sockets.add(socket);
                socket.getOutputStream().write(request);
            }
            Eventually.until(
                    "all asked", () -> node.count("tributary.playback.requests", "kind", "segment") == VIEWERS);
            // The head of the answer is there when the first chunks are.
            for (var socket : sockets) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            assertThat(directMemory() - before).isLessThan(VIEWERS * MOST_OF_A_VIEWER);
            // Who takes it after all gets all of it.
            var body = new String(
                    sockets.getFirst().getInputStream().readNBytes(SEGMENT_BYTES), StandardCharsets.ISO_8859_1);
            assertThat(body).startsWith("TTP/1.1 200").endsWith("a".repeat(1000));
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private LiveNode live(UnaryOperator<HttpServer> settings) throws IOException {
        var node =
                LiveNode.withFiles(folder.resolve("live"), PART_BYTES, settings).live();
        for (int i = 1; i < 12; i++) {
            node.segment();
        }
        return node;
    }

    private static String oldest(LiveNode node) {
        var name = new PlaylistName(View.JOINED, RenditionName.SOURCE);
        var playlist =
                node.window().playlist(name, PlaylistForm.FULL, Encoding.PLAIN).orElseThrow();
        try {
            return playlist.toString(StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.endsWith("/100.m4s"))
                    .findFirst()
                    .orElseThrow();
        } finally {
            playlist.release();
        }
    }

    private static Socket encrypted(Socket socket) throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        var address = (InetSocketAddress) socket.getRemoteSocketAddress();
        return context.getSocketFactory()
                .createSocket(socket, InetAddress.getLoopbackAddress().getHostName(), address.getPort(), true);
    }

    private static long directMemory() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }

    private static Path pem(String name) throws Exception {
        return Path.of(Objects.requireNonNull(RunningNode.class.getResource("/live/tributary/node/gate/" + name))
                .toURI());
    }
}
