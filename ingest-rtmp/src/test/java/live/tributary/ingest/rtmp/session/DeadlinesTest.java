// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.Deadlines;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublicationEnd.Kind;
import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;
import live.tributary.ingest.rtmp.message.PingRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Each deadline a millisecond before it, and at it. Time stands still but where a test moves it. */
class DeadlinesTest {
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final byte[] AVC_FRAME = Wire.hex("17 01 000000 00000001 65");

    private final Peer.Time time = new Peer.Time();
    private final OneKey node = new OneKey();
    private Peer peer = connect(RtmpLimits.DEFAULTS);

    private Peer connect(RtmpLimits limits) {
        return new Peer(Peer.server(node, limits, time), time, new InetSocketAddress("192.0.2.7", 40_000));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static Encoder onAir() {
        return new Encoder().handshake().prelude(OneKey.KEY).publish(OneKey.KEY);
    }

    private void closesAfter(Duration deadline) {
        peer.wait(deadline.minus(MILLISECOND));
        assertThat(peer.isOpen()).isTrue();
        peer.wait(MILLISECOND);
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void givesTheWholeHandshakeFiveSeconds() {
        peer.wait(Duration.ofSeconds(4)).send(new byte[] {3});
        closesAfter(Duration.ofSeconds(1));
    }

    @Test
    void givesTenSecondsToPublish() {
        peer.wait(Duration.ofSeconds(4)).send(new Encoder().handshake().connect("live"));
        peer.wait(Duration.ofSeconds(4)).send(new Encoder().command("createStream", 2, new byte[] {5}));
        closesAfter(Duration.ofSeconds(6));
    }

    @Test
    void givesFifteenSecondsToTheFirstFrame() {
        peer.send(onAir());
        peer.wait(Duration.ofSeconds(10)).send(new Encoder().message(2, 0, 3, 0, new byte[4]));
        closesAfter(Duration.ofSeconds(5));
        assertThat(node.recordings().getFirst().ends())
                .containsExactly(new PublicationEnd(Kind.LOST, "no first media within 15000 ms"));
    }

    @Test
    void endsAPublicationAfterFifteenSecondsWithoutAByte() {
        peer.send(onAir().video(0, AVC_FRAME));
        peer.wait(Duration.ofSeconds(14)).send(new Encoder().video(14, AVC_FRAME));
        assertThat(node.requests().getFirst().publication().figures().silence()).isZero();
        peer.wait(Duration.ofSeconds(15).minus(MILLISECOND));
        assertThat(peer.isOpen()).isTrue();
        peer.wait(Duration.ofMillis(2));
        assertThat(peer.isOpen()).isFalse();
        assertThat(node.recordings().getFirst().ends())
                .containsExactly(new PublicationEnd(Kind.LOST, "not a byte for 15000 ms"));
    }

    @Test
    void closesIdleConnectionsAfterThirtySeconds() {
        var defaults = Deadlines.DEFAULTS;
        var patient = new Deadlines(
                defaults.handshake(),
                Duration.ofMinutes(5),
                defaults.decision(),
                defaults.firstMedia(),
                defaults.idle(),
                defaults.silence(),
                defaults.reconnect());
        peer.close();
        peer = connect(RtmpLimits.DEFAULTS.withDeadlines(patient));
        peer.send(new Encoder().handshake().connect("live"));
        closesAfter(Duration.ofSeconds(30));
    }

    @Test
    void givesTenSecondsAfterAGoodbye() {
        peer.send(onAir().video(0, AVC_FRAME).command("FCUnpublish", 6, new byte[] {5}));
        closesAfter(Duration.ofSeconds(10));
        assertThat(node.recordings().getFirst().ends()).hasSize(1);
    }

    @Test
    void endsAPublicationThatSendsTooMuch() {
        var defaults = PublishLimits.DEFAULTS;
        long bitsPerSecond = 8_000;
        peer.close();
        peer = connect(RtmpLimits.DEFAULTS.withPublishing(new PublishLimits(
                defaults.videoTracks(),
                defaults.audioTracks(),
                defaults.configurationBytes(),
                bitsPerSecond,
                defaults.failuresPerMinute(),
                defaults.refusalDelay())));
        byte[] start = onAir().video(0, AVC_FRAME).bytes();
        // Ten seconds at 8 kb/s are 10,000 bytes; a message costs twelve bytes of header.
        byte[] rest = new Encoder()
                .setChunkSize(65_536)
                .sound(0, 10_000 - start.length - 12 - 16)
                .bytes();
        peer.send(start).send(rest);
        assertThat(peer.isOpen()).isTrue();
        peer.send(new byte[1]);
        assertThat(peer.isOpen()).isFalse();
        assertThat(node.recordings().getFirst().ends())
                .containsExactly(new PublicationEnd(Kind.VIOLATION, "more than 8 kb/s over 10 s"));
    }

    @Test
    void measuresTheWayToTheEncoderByPing() {
        peer.send(onAir().video(0, AVC_FRAME)).wait(Duration.ofSeconds(1));
        var ping = (PingRequest) peer.answers().getLast();
        peer.wait(Duration.ofMillis(25))
                .send(new Encoder()
                        .message(
                                2,
                                0,
                                4,
                                0,
                                new Wire().u16(7).u32(ping.timestamp()).bytes()));
        assertThat(node.requests().getFirst().publication().figures().pingRoundTrip())
                .contains(Duration.ofMillis(25));
        peer.send(new Encoder().video(1, AVC_FRAME))
                .wait(Duration.ofSeconds(10))
                .answers();
        assertThat(peer.answers()).filteredOn(PingRequest.class::isInstance).hasSize(2);
    }

    @Test
    void forgetsWhatCameTenSecondsAgo() {
        var rate = new InputRate(8_000, time::nanos);
        assertThat(rate.fits(10_000)).isTrue();
        peer.wait(Duration.ofSeconds(10));
        assertThat(rate.fits(10_000)).isTrue();
        assertThat(rate.fits(1)).isFalse();
    }
}
