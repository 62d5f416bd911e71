// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.Proxies;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.SelfSigned;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who publishes through a proxy that we trust is known by their own address, and by nobody else's word. */
class ProxyHeaderTest {
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.7", 40_000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("10.0.1.7", 40_000);

    /** "The PROXY protocol", 2.2: signature; version 2 and PROXY; TCP over IPv4; length; addresses and ports. */
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    private static final String IPV4 = SIGNATURE + "21 11 000c cb007109 0a000007 15b3 078f";
    private static final String IPV6 =
            SIGNATURE + "21 21 0024 20010db8000000000000000000000001" + "20010db8000000000000000000000002 15b3 078f";

    /** A proxy that looks whether we are there. */
    private static final String LOCAL = SIGNATURE + "20 00 0000";

    private final OneKey node = new OneKey();
    private final Peer.Time time = new Peer.Time();
    private final RtmpPipeline server =
            Peer.server(node, RtmpLimits.DEFAULTS, time, Proxies.parse(List.of("10.0.0.0/24", "fd00::/8")));

    @ParameterizedTest
    @CsvSource({IPV4 + ", 203.0.113.9, 5555", IPV6 + ", 2001:db8::1, 5555", LOCAL + ", 10.0.0.7, 40000"})
    void takesTheAddressFromTheHeaderHoweverItIsCut(String header, String address, int port) {
        byte[] session = new Wire().raw(Wire.hex(header)).raw(onAir()).bytes();
        for (var pieces : Cuts.of(session)) {
            try (var peer = new Peer(server, time, PROXY)) {
                peer.send(pieces);
                assertThat(peer.isOpen()).isTrue();
            }
        }
        assertThat(node.requests())
                .hasSize(Cuts.of(session).size())
                .extracting(PublishRequest::peer)
                .containsOnly(new InetSocketAddress(address, port));
    }

    @Test
    void takesVersionOneAsWell() {
        try (var peer = new Peer(server, time, PROXY)) {
            peer.send(new Wire()
                    .ascii("PROXY TCP4 203.0.113.9 10.0.0.7 5555 1935\r\n")
                    .raw(onAir())
                    .bytes());
        }
        assertThat(node.requests())
                .extracting(PublishRequest::peer)
                .containsExactly(new InetSocketAddress("203.0.113.9", 5555));
    }

    @Test
    void believesNobodyElse() {
        try (var peer = new Peer(server, time, STRANGER)) {
            peer.send(new Wire().raw(Wire.hex(IPV4)).raw(onAir()).bytes());
            assertThat(peer.isOpen()).isFalse();
        }
        try (var peer = new Peer(server, time, STRANGER)) {
            peer.send(onAir());
        }
        assertThat(node.requests()).extracting(PublishRequest::peer).containsExactly(STRANGER);
    }

    /** None at all, an unknown version, addresses that are not there, additions without end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                SIGNATURE + "31 11 000c cb007109 0a000007 15b3 078f",
                SIGNATURE + "21 11 0004 cb007109",
                SIGNATURE + "21 11 ffff cb007109 0a000007 15b3 078f"
            })
    void refusesAProxyThatDoesNotSpeakIt(String header) {
        try (var peer = new Peer(server, time, PROXY)) {
            peer.send(new Wire().raw(Wire.hex(header)).raw(onAir()).bytes());
            assertThat(peer.isOpen()).isFalse();
        }
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void waitsForAHeaderNoLongerThanForAHandshake() {
        try (var peer = new Peer(server, time, PROXY)) {
            peer.send(Wire.hex(SIGNATURE)).wait(Duration.ofMillis(4_900));
            assertThat(peer.isOpen()).isTrue();
            peer.wait(Duration.ofMillis(200));
            assertThat(peer.isOpen()).isFalse();
        }
    }

    @Test
    void standsInFrontOfTls(@TempDir Path folder) {
        var encrypted = new RtmpsPipeline(server, SelfSigned.in(folder)::server);
        try (var peer = new Peer(encrypted, time, PROXY)) {
            peer.send(new Wire()
                    .raw(Wire.hex(IPV4))
                    .raw(Wire.hex("16 0301 0005 01 000001 00"))
                    .bytes());
            assertThat(peer.rawAnswer()).as("an alert, so it was read as TLS").startsWith(0x15, 0x03);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0.1"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Proxies.parse(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] onAir() {
        return new Encoder().handshake().prelude(OneKey.KEY).publish(OneKey.KEY).bytes();
    }
}
