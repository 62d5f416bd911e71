// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.SelfSigned;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** What strangers send to the port of RTMPS, before there is a conversation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsLimitsTest {
    private static final int RECORD_BYTES = 16_384;
    private static final byte[] CLIENT_HELLO_OF_TLS_1_0 = Wire.hex("""
            16 0301 002d 01 000029 0301
            0000000000000000000000000000000000000000000000000000000000000000
            00 0002 002f 01 00""");

    private final Peer.Time time = new Peer.Time();
    private RtmpsPipeline server;
    private Peer peer;

    @BeforeAll
    void listen(@TempDir Path folder) {
        var certificate = SelfSigned.in(folder);
        server = new RtmpsPipeline(Peer.server(new OneKey(), RtmpLimits.DEFAULTS, time), certificate::server);
    }

    @BeforeEach
    void connect() {
        peer = new Peer(server, time, new InetSocketAddress("192.0.2.7", 40_000));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void givesBothHandshakesFiveSecondsTogether() {
        peer.wait(Duration.ofSeconds(4)).send(Wire.hex("16 0301 0100 01"));
        peer.wait(Duration.ofMillis(999));
        assertThat(peer.isOpen()).isTrue();
        peer.wait(Duration.ofMillis(1));
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesPlainRtmpAtOnce() {
        peer.send(new Encoder().handshake().prelude(OneKey.KEY).publish(OneKey.KEY));
        assertThat(peer.isOpen()).isFalse();
        assertThat(peer.rawAnswer()).hasSizeLessThan(16);
    }

    @Test
    void refusesNoise() {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        peer.send(noise);
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesOldTls() {
        peer.send(CLIENT_HELLO_OF_TLS_1_0);
        assertThat(peer.isOpen()).isFalse();
        // A fatal alert, protocol_version (RFC 8446, 6.2).
        assertThat(peer.rawAnswer()).endsWith(0x02, 0x46);
    }

    @Test
    void takesSixteenKibibytesOfAHandshakeAndNoByteMore() {
        byte[] start = Wire.hex("16 0301 4000 01 ffffff");
        peer.send(start).send(new byte[RECORD_BYTES - start.length]);
        assertThat(peer.isOpen()).isTrue();
        assertThat(peer.bufferedBytes()).isLessThan(2 * RECORD_BYTES);
        peer.send(new byte[1]);
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesARecordLargerThanTlsKnows() {
        peer.send(Wire.hex("16 0301 4800"));
        assertThat(peer.isOpen()).isTrue();
        reconnect();
        peer.send(Wire.hex("16 0301 48")).send(Wire.hex("01"));
        assertThat(peer.isOpen()).isFalse();
    }

    private void reconnect() {
        peer.close();
        connect();
    }
}
