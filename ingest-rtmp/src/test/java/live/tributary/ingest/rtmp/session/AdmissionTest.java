// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd.Kind;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishDecision.Reason;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.ingest.rtmp.Recording;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** Between {@code publish} and our answer. */
class AdmissionTest {
    private static final byte[] AVC_FRAME = Wire.hex("17 01 000000 00000001 65");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Peer.Time time = new Peer.Time();
    private final SlowNode node = new SlowNode();
    private final RtmpPipeline server = Peer.server(node, RtmpLimits.DEFAULTS, time);
    private final List<Peer> peers = new ArrayList<>();

    /** Answers when the test says so. */
    private static final class SlowNode implements PublishHandler {
        final CompletableFuture<PublishDecision> answer = new CompletableFuture<>();
        final List<PublishRequest> requests = new ArrayList<>();
        final List<PublishDecision.Refused> refusals = new ArrayList<>();

        @Override
        public CompletionStage<PublishDecision> decide(PublishRequest request) {
            requests.add(request);
            return answer;
        }

        @Override
        public void onRefused(PublishRequest request, PublishDecision.Refused refusal) {
            refusals.add(refusal);
        }
    }

    @AfterEach
    void close() {
        peers.forEach(Peer::close);
    }

    private Peer peer(RtmpPipeline pipeline, String address) {
        var peer = new Peer(pipeline, time, new InetSocketAddress(address, 40_000));
        peers.add(peer);
        return peer;
    }

    private static Encoder publish(String key) {
        return new Encoder().handshake().prelude(key).publish(key);
    }

    @Test
    void keepsWhatCameBehindPublishAndReadsNoMore() {
        var peer = peer(server, "192.0.2.7").send(publish(OneKey.KEY).video(0, new byte[] {0x17, 1, 0, 0, 0, 42}));
        assertThat(peer.isRead()).isFalse();
        var recording = new Recording();
        node.answer.complete(new PublishDecision.Accepted(recording));
        peer.wait(Duration.ZERO);
        assertThat(peer.isRead()).isTrue();
        assertThat(recording.tags()).hasSize(1);
    }

    @Test
    void givesUpAfterTheDeadlineAndTellsALateAnswerSo() {
        var peer = peer(server, "192.0.2.7").send(publish(OneKey.KEY).video(0, AVC_FRAME));
        peer.wait(Duration.ofSeconds(5).minus(MILLISECOND));
        assertThat(peer.isOpen()).isTrue();
        peer.wait(MILLISECOND);
        assertThat(peer.isOpen()).isFalse();
        assertThat(node.refusals).extracting(PublishDecision.Refused::reason).containsExactly(Reason.NO_ANSWER);

        var recording = new Recording();
        node.answer.complete(new PublishDecision.Accepted(recording));
        peer.wait(Duration.ZERO);
        assertThat(recording.endKind()).contains(Kind.LOST);
        assertThat(recording.ends()).hasSize(1);
    }

    @Test
    void refusesWhenTheApplicationFails() {
        var peer = peer(server, "192.0.2.7").send(publish(OneKey.KEY));
        node.answer.completeExceptionally(new IllegalStateException("planted"));
        peer.wait(Duration.ZERO);
        assertThat(Statuses.of(peer.commands())).last().asString().startsWith("NetStream.Publish.BadName");
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesWhenTheApplicationThrows() {
        PublishHandler throwing = request -> {
            throw new IllegalStateException("planted");
        };
        var peer = peer(Peer.server(throwing, RtmpLimits.DEFAULTS, time), "192.0.2.7");
        assertThat(peer.send(publish(OneKey.KEY)).isOpen()).isFalse();
    }

    @Test
    void tellsAnAnswerThatTheConnectionIsGone() {
        var peer = peer(server, "192.0.2.7").send(publish(OneKey.KEY).video(0, AVC_FRAME));
        peer.hangUp();
        var recording = new Recording();
        node.answer.complete(new PublishDecision.Accepted(recording));
        peer.wait(Duration.ZERO);
        assertThat(recording.endKind()).contains(Kind.LOST);
    }

    @Test
    void closesBeforeTheAnswerIfTheApplicationWants() {
        var peer = peer(server, "192.0.2.7").send(publish(OneKey.KEY));
        node.requests.getFirst().publication().close(CloseReason.SHUTTING_DOWN);
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void slowsDownThoseWhoGuessButNeverARightKey() {
        var oneKey = Peer.server(new OneKey(), RtmpLimits.DEFAULTS, time);
        for (int i = 0; i < RtmpLimits.DEFAULTS.publishing().failuresPerMinute(); i++) {
            assertThat(peer(oneKey, "192.0.2." + i).send(publish("sk_guess")).isOpen())
                    .isFalse();
        }
        var eleventh = peer(oneKey, "192.0.2.99").send(publish("sk_guess"));
        assertThat(eleventh.wait(Duration.ofSeconds(3).minus(MILLISECOND)).isOpen())
                .isTrue();
        assertThat(eleventh.wait(MILLISECOND).isOpen()).isFalse();

        var neighbour = peer(oneKey, "192.0.2.100").send(publish(OneKey.KEY));
        assertThat(Statuses.of(neighbour.commands())).last().asString().startsWith("NetStream.Publish.Start");
        var elsewhere = peer(oneKey, "198.51.100.1").send(publish("sk_guess"));
        assertThat(elsewhere.isOpen()).isFalse();

        eleventh.wait(Duration.ofMinutes(1));
        assertThat(peer(oneKey, "192.0.2.1").send(publish("sk_guess")).isOpen()).isFalse();
    }

    @Test
    void countsAHouseholdOnceInIpv6() throws Exception {
        var prefix = AddressPrefix.of(InetAddress.getByName("2001:db8:1:200::1"));
        assertThat(AddressPrefix.of(InetAddress.getByName("2001:db8:1:2ff::2"))).isEqualTo(prefix);
        assertThat(AddressPrefix.of(InetAddress.getByName("2001:db8:1:300::1"))).isNotEqualTo(prefix);
    }
}
