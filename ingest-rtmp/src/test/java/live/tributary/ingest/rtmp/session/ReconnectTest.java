// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd.Kind;
import live.tributary.ingest.rtmp.Recording;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.VideoFrame;
import live.tributary.ingest.rtmp.amf.AmfNull;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;
import live.tributary.ingest.rtmp.message.Command;

import static org.assertj.core.api.Assertions.assertThat;

/** Enhanced RTMP v2, "Reconnect Request": what a stopping node says to its publishers. */
class ReconnectTest {
    private static final byte[] AVC_FRAME = Wire.hex("17 01 000000 00000001 65");
    private static final String ASKED = "NetConnection.Connect.ReconnectRequest: The node is shutting down.";
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Peer.Time time = new Peer.Time();
    private final OneKey node = new OneKey();
    private final Peer peer =
            new Peer(Peer.server(node, RtmpLimits.DEFAULTS, time), time, new InetSocketAddress("192.0.2.7", 40_000));

    @AfterEach
    void close() {
        peer.close();
    }

    private void goOnAir(Encoder encoder) {
        peer.send(encoder.handshake().prelude(OneKey.KEY).publish(OneKey.KEY).video(0, AVC_FRAME));
    }

    private void shutDown(CloseReason why) {
        node.requests().getFirst().publication().close(why);
    }

    private Recording recording() {
        return node.recordings().getFirst();
    }

    @Test
    void asksOnceWithoutAnotherAddress() {
        goOnAir(new Encoder().thatReconnects());
        shutDown(CloseReason.SHUTTING_DOWN);
        Command request = peer.commands().getLast();
        assertThat(Statuses.of(List.of(request))).containsExactly(ASKED);
        assertThat(request)
                .returns("onStatus", Command::name)
                .returns(0, Command::streamId)
                .returns(0.0, Command::transaction);
        assertThat(request.arguments()).first().isEqualTo(new AmfNull());
        assertThat(((AmfObject) request.arguments().get(1)).properties())
                .containsOnlyKeys("level", "code", "description");
    }

    @Test
    void takesMediaUntilThePublisherGoes() {
        goOnAir(new Encoder().thatReconnects());
        shutDown(CloseReason.SHUTTING_DOWN);
        peer.send(new Encoder().video(40, AVC_FRAME));
        assertThat(recording().tags(VideoFrame.class)).hasSize(2);
        peer.send(new Encoder().command("FCUnpublish", 6, Wire.hex("05"))).hangUp();
        assertThat(recording().endKind()).contains(Kind.CLEAN);
    }

    @Test
    void waitsTwoSecondsAndNoLonger() {
        goOnAir(new Encoder().thatReconnects());
        shutDown(CloseReason.SHUTTING_DOWN);
        peer.wait(Duration.ofSeconds(2).minus(MILLISECOND));
        assertThat(peer.isOpen()).isTrue();
        peer.wait(MILLISECOND);
        assertThat(peer.isOpen()).isFalse();
        assertThat(recording().endKind()).contains(Kind.CLOSED_BY_US);
        assertThat(recording().ends()).hasSize(1);
    }

    @Test
    void closesAtOnceOnThoseWhoDoNotKnowTheRequest() {
        goOnAir(new Encoder());
        shutDown(CloseReason.SHUTTING_DOWN);
        assertThat(peer.isOpen()).isFalse();
        assertThat(Statuses.of(peer.commands())).doesNotContain(ASKED);
    }

    @Test
    void asksNobodyWhoHasToGoForAnotherReason() {
        goOnAir(new Encoder().thatReconnects());
        shutDown(CloseReason.KEY_REVOKED);
        assertThat(peer.isOpen()).isFalse();
        assertThat(Statuses.of(peer.commands())).doesNotContain(ASKED);
    }

    @Test
    void closesAtOnceOnThoseWhoDoNotPublish() {
        goOnAir(new Encoder().thatReconnects());
        peer.send(new Encoder().command("FCUnpublish", 6, Wire.hex("05")));
        shutDown(CloseReason.SHUTTING_DOWN);
        assertThat(peer.isOpen()).isFalse();
    }
}
