// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.SelfSigned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** RTMP over TLS, over real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RtmpsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int S0_S1_S2_BYTES = 1 + 2 * 1536;

    private OneKey node;
    private SelfSigned certificate;
    private RtmpServer server;

    @BeforeAll
    void certify(@TempDir Path folder) {
        certificate = SelfSigned.in(folder);
    }

    @BeforeEach
    void start() throws IOException {
        node = new OneKey();
        server = RtmpServer.start(encrypted(ANYWHERE), node);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RtmpServerOptions encrypted(InetSocketAddress address) {
        return RtmpServerOptions.listeningOn(ANYWHERE).withRtmps(new Rtmps.On(address, certificate::server));
    }

    private SSLSocket connect(String protocol) throws IOException {
        var port = server.rtmpsPort().orElseThrow();
        var socket = (SSLSocket) certificate.client().getSocketFactory().createSocket(ANYWHERE.getAddress(), port);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    static Stream<Path> encoders() {
        return Stream.of(Programs.DEBIAN_FFMPEG, Programs.bundledFfmpeg());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void takesEveryFrameOfARealEncoder(Path ffmpeg) {
        var programme = Programme.synthetic().lasting(Duration.ofSeconds(3)).asFastAsPossible();
        var address = URI.create(
                "rtmps://127.0.0.1:%d/live/%s".formatted(server.rtmpsPort().orElseThrow(), OneKey.KEY));
        try (var publisher = FfmpegPublisher.publish(ffmpeg, programme, address)) {
            assertThat(publisher.awaitEnd(DEADLINE))
                    .describedAs(publisher.output())
                    .isZero();
        }
        Waiting.until(
                "an end",
                DEADLINE,
                () -> node.recordings().stream()
                        .anyMatch(recording -> recording.endKind().isPresent()));
        var recording = node.recordings().getFirst();
        assertThat(recording.endKind()).contains(PublicationEnd.Kind.CLEAN);
        assertThat(recording.tags(VideoFrame.class)).hasSize((int) programme.frameCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksTwoVersionsOfTls(String protocol) throws IOException {
        try (var socket = connect(protocol)) {
            socket.getOutputStream().write(new Encoder().handshake().bytes());
            assertThat(socket.getInputStream().readNBytes(S0_S1_S2_BYTES)).hasSize(S0_S1_S2_BYTES);
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    /** The limit before a key is known: 16 KiB for one message. */
    @Test
    void holdsStrangersInsideTlsToTheSameLimits() throws IOException {
        try (var socket = connect("TLSv1.3")) {
            var tooLarge = new Encoder().handshake().connect("live").message(3, 0, 20, 0, new byte[16 * 1024 + 1]);
            socket.getOutputStream().write(tooLarge.bytes());
            // Everything we may say to a connect is far below this: only the end of the stream ends the read.
            assertThat(socket.getInputStream().readNBytes(64 * 1024)).hasSizeLessThan(16 * 1024);
        }
    }

    @Test
    void refusesASecondTlsHandshake() throws IOException {
        try (var socket = connect("TLSv1.2")) {
            socket.startHandshake();
            socket.startHandshake();
            assertThatThrownBy(() -> {
                        socket.getOutputStream().write(new Encoder().handshake().bytes());
                        new DataInputStream(socket.getInputStream()).readFully(new byte[S0_S1_S2_BYTES]);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shakesHandsInPlainOnTheOtherPort() throws IOException {
        try (var socket = new Socket(ANYWHERE.getAddress(), server.port())) {
            socket.getOutputStream().write(new Encoder().handshake().bytes());
            assertThat(socket.getInputStream().readNBytes(S0_S1_S2_BYTES)).hasSize(S0_S1_S2_BYTES);
        }
    }

    @Test
    void listensForPlainRtmpAloneUnlessItIsTold() throws IOException {
        try (var plain = RtmpServer.start(RtmpServerOptions.listeningOn(ANYWHERE), node)) {
            assertThat(plain.rtmpsPort()).isEmpty();
        }
    }

    @Test
    void saysWhichPortItCannotHaveAndLetsTheOtherGo() throws IOException {
        try (var taken = new ServerSocket(0, 1, ANYWHERE.getAddress())) {
            var plain = new InetSocketAddress(ANYWHERE.getAddress(), freePort());
            var other = new InetSocketAddress(ANYWHERE.getAddress(), taken.getLocalPort());
            var options = RtmpServerOptions.listeningOn(plain).withRtmps(new Rtmps.On(other, certificate::server));
            assertThatThrownBy(() -> RtmpServer.start(options, node))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("RTMPS")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            RtmpServer.start(RtmpServerOptions.listeningOn(plain), node).close();
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, ANYWHERE.getAddress())) {
            return free.getLocalPort();
        }
    }
}
