// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RtmpsPortTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final RunningNode node;
    private final House house;

    RtmpsPortTest(TestDatabase database) throws Exception {
        this.database = database;
        node = RunningNode.start(
                database,
                "tributary.gate.tls-certificate=" + file("certificate.pem"),
                "tributary.gate.tls-private-key=" + file("key.pem"),
                "tributary.studio.clean-grace=0s",
                "tributary.studio.lost-grace=0s");
        house = House.on(node);
    }

    private static Path file(String name) throws Exception {
        return Path.of(Objects.requireNonNull(RunningNode.class.getResource("/live/tributary/node/gate/" + name))
                .toURI());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    static Stream<Path> encoders() {
        return Stream.of(Programs.DEBIAN_FFMPEG, Programs.bundledFfmpeg());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void takesAnEncoderWithTheCertificateOfTheNode(Path ffmpeg) {
        var port = node.get(RtmpPort.class).rtmpsPort().orElseThrow();
        var key = house.key("studio").key().value();
        var address = URI.create("rtmps://127.0.0.1:%d/live/%s".formatted(port, key));
        var programme = Programme.synthetic().lasting(Duration.ofSeconds(60)).sized(320, 180);
        try (var publisher = FfmpegPublisher.publish(ffmpeg, programme, address)) {
            Waiting.until("a live stream", DEADLINE, () -> !live().isEmpty(), publisher::output);
        }
        Waiting.until("its end", DEADLINE, () -> live().isEmpty());
    }

    @Test
    void offersTheEncryptedAddressToThoseWhoCameByHttps() {
        var port = node.get(RtmpPort.class);
        var encrypted = port.rtmpsPort().orElseThrow();
        assertThat(port.address(URI.create("https://live.example.org")))
                .isEqualTo("rtmps://live.example.org:%d/live".formatted(encrypted));
        assertThat(port.address(URI.create("http://live.example.org:8080")))
                .isEqualTo("rtmp://live.example.org:%d/live".formatted(port.port()));
    }

    private List<LiveStream> live() {
        return node.get(LiveStreams.class).live();
    }

    @Test
    void staysClosedWithoutACertificate() {
        try (var plain = RunningNode.start(database)) {
            assertThat(plain.get(RtmpPort.class).rtmpsPort()).isEmpty();
        }
    }
}
