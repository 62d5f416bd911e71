// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublicationEnd.Kind;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishDecision.Reason;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.Recording;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.TagText;
import live.tributary.ingest.rtmp.amf.AmfNull;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;
import live.tributary.ingest.rtmp.message.Acknowledgement;
import live.tributary.ingest.rtmp.message.Command;
import live.tributary.ingest.rtmp.message.PingResponse;
import live.tributary.ingest.rtmp.message.SetChunkSize;
import live.tributary.ingest.rtmp.message.SetPeerBandwidth;
import live.tributary.ingest.rtmp.message.StreamBegin;
import live.tributary.ingest.rtmp.message.WindowAcknowledgementSize;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

/** Conversations as encoders hold them. */
class SessionTest {
    private static final byte[] NOTHING = {5};
    private static final byte[] AVC_FRAME = Wire.hex("17 01 000000 00000001 65");

    private final Peer.Time time = new Peer.Time();
    private final OneKey node = new OneKey();
    private Peer peer = connectTo(node);

    private Peer connectTo(PublishHandler handler) {
        var server = Peer.server(handler, RtmpLimits.DEFAULTS, time);
        return new Peer(server, time, new InetSocketAddress("192.0.2.7", 40_000));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static Encoder onAir() {
        return new Encoder().handshake().prelude(OneKey.KEY).publish(OneKey.KEY);
    }

    private Recording recording() {
        return node.recordings().getFirst();
    }

    @Test
    void takesHevcFromObsHoweverItIsCut() {
        byte[] session = onAir().message(
                        4,
                        0,
                        18,
                        1,
                        new Wire()
                                .string("@setDataFrame")
                                .string("onMetaData")
                                .u8(8)
                                .u32(1)
                                .name("framerate")
                                .number(60)
                                .end()
                                .bytes())
                .video(0, Wire.hex("90 68766331 0101"))
                .audio(0, Wire.hex("af 00 1190"))
                .video(17, new Wire().raw(Wire.hex("93 68766331")).zeros(5000).bytes())
                .audio(21, Wire.hex("af 01 2110"))
                .command(
                        "FCUnpublish",
                        6,
                        new Wire().nothing().string(OneKey.KEY).bytes())
                .command("deleteStream", 7, new Wire().nothing().number(1).bytes())
                .bytes();
        for (List<byte[]> pieces : Cuts.of(session)) {
            var other = new OneKey();
            try (var obs = connectTo(other).send(pieces)) {
                assertThat(other.recordings().getFirst().tags())
                        .extracting(TagText::of)
                        .containsExactly(
                                "metadata @0 {framerate=60.0} {}",
                                "video-configuration 0 @0 HEVC 0101",
                                "audio-configuration 0 @0 AAC 1190",
                                "video 0 @17 HEVC key+0 " + "00".repeat(5000),
                                "audio 0 @21 AAC 2110");
                assertThat(obs.commandNames())
                        .containsExactly(
                                "_result",
                                "_result",
                                "_result",
                                "onFCPublish",
                                "_result",
                                "onStatus",
                                "onStatus",
                                "_result",
                                "onFCUnpublish");
                assertThat(other.recordings().getFirst().ends())
                        .containsExactly(new PublicationEnd(Kind.CLEAN, "The encoder stopped."));
            }
        }
    }

    @Test
    void saysItsRulesBeforeItAnswersConnect() {
        peer.send(new Encoder().handshake().connect("live"));
        var answers = peer.answers();
        assertThat(answers.subList(0, 4))
                .containsExactly(
                        new WindowAcknowledgementSize(2_500_000),
                        new SetPeerBandwidth(2_500_000, SetPeerBandwidth.DYNAMIC),
                        new SetChunkSize(65_536),
                        new StreamBegin(0));
        assertThat(answers).hasSize(5).last().isInstanceOf(Command.class);
        assertThat(Statuses.of(peer.commands()))
                .containsExactly("NetConnection.Connect.Success: Connection succeeded.");
    }

    @Test
    void offersWhatItCanCarry() {
        peer.send(new Encoder().handshake().connect("live"));
        for (var value : peer.commands().getFirst().arguments()) {
            var properties = ((AmfObject) value).properties();
            assertThat(properties).containsEntry("capsEx", new AmfNumber(1 | 2 | 4 | 8));
            assertThat(properties.get("videoFourCcInfoMap"))
                    .isInstanceOfSatisfying(
                            AmfObject.class,
                            map -> assertThat(map.properties()).containsOnlyKeys("avc1", "hvc1", "av01", "vp09"));
            assertThat(properties.get("audioFourCcInfoMap"))
                    .isInstanceOfSatisfying(
                            AmfObject.class,
                            map -> assertThat(map.properties())
                                    .containsOnlyKeys("mp4a", "Opus", "fLaC", "ac-3", "ec-3", ".mp3"));
        }
    }

    @Test
    void makesOneStreamAndNoSecond() {
        peer.send(new Encoder()
                .handshake()
                .connect("live")
                .command("createStream", 2, NOTHING)
                .command("createStream", 3, NOTHING));
        assertThat(peer.commands().get(1))
                .isEqualTo(new Command(0, "_result", 2, List.of(new AmfNull(), new AmfNumber(1))));
        assertThat(peer.commands().get(2)).returns("_error", Command::name).returns(3.0, Command::transaction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_checkbw", "getStreamLength", "play", "connect", "somethingNew"})
    void answersWhatItDoesNotDoWithAnError(String name) {
        peer.send(new Encoder().handshake().connect("live").command(name, 9, NOTHING));
        assertThat(peer.commands()).last().returns("_error", Command::name).returns(9.0, Command::transaction);
        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void isSilentToThoseWhoWantNoAnswer() {
        peer.send(new Encoder().handshake().connect("live").command("somethingNew", 0, NOTHING));
        assertThat(peer.commands()).hasSize(1);
        assertThat(peer.isOpen()).isTrue();
    }

    @Test
    void answersPings() {
        peer.send(new Encoder().handshake().connect("live").message(2, 0, 4, 0, Wire.hex("0006 00000539")));
        assertThat(peer.answers()).last().isEqualTo(new PingResponse(1337));
    }

    @Test
    void acknowledgesAtHalfTheWindowTheEncoderNames() {
        peer.send(onAir().message(2, 0, 5, 0, Wire.hex("00010000")));
        int before = acknowledgements();
        byte[] sound = new Encoder().setChunkSize(65_536).sound(1, 20_000).bytes();
        peer.send(sound);
        assertThat(acknowledgements()).isEqualTo(before);
        peer.send(sound);
        assertThat(acknowledgements()).isEqualTo(before + 1);
    }

    private int acknowledgements() {
        return (int) peer.answers().stream()
                .filter(Acknowledgement.class::isInstance)
                .count();
    }

    @Test
    void goesOnAirAgainOnTheSameConnection() {
        peer.send(onAir().video(0, AVC_FRAME)
                .command("closeStream", 0, NOTHING)
                .command("createStream", 8, NOTHING)
                .publish(OneKey.KEY)
                .video(40, AVC_FRAME));
        assertThat(node.recordings()).hasSize(2);
        assertThat(recording().endKind()).contains(Kind.CLEAN);
        assertThat(node.recordings().get(1).tags()).hasSize(1);
    }

    @Test
    void endsOnceWhenTheConnectionIsLost() {
        peer.send(onAir().video(0, AVC_FRAME)).hangUp();
        assertThat(recording().ends()).containsExactly(new PublicationEnd(Kind.LOST, "The connection was lost."));
    }

    @Test
    void closesWhatTheApplicationWantsClosed() {
        peer.send(onAir().video(0, AVC_FRAME));
        var publication = node.requests().getFirst().publication();
        publication.close(CloseReason.REPLACED);
        publication.close(CloseReason.ENDED);
        assertThat(Statuses.of(peer.commands()))
                .last()
                .isEqualTo("NetStream.Publish.Denied: Another encoder took over this channel.");
        assertThat(peer.isOpen()).isFalse();
        assertThat(recording().ends())
                .containsExactly(new PublicationEnd(Kind.CLOSED_BY_US, CloseReason.REPLACED.description()));
    }

    @Test
    void endsAPublicationWhoseCodecItDoesNotKnow() {
        peer.send(onAir().video(0, Wire.hex("90 76766331 01")));
        assertThat(recording().ends())
                .containsExactly(new PublicationEnd(Kind.VIOLATION, "video codec vvc1 on track 0 is not supported"));
        assertThat(Statuses.of(peer.commands())).last().asString().contains("vvc1");
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void countsWhatItDropsAndGoesOn() {
        peer.send(onAir().video(0, Wire.hex("17 07 000000"))
                .message(4, 0, 18, 1, (byte) 2)
                .video(40, AVC_FRAME));
        assertThat(recording().tags()).hasSize(1);
        assertThat(node.requests().getFirst().publication().figures().dropped()).isEqualTo(2);
    }

    @Test
    void closesAConnectionWhoseListenerFails() {
        var ends = new ArrayList<PublicationEnd>();
        peer = connectTo(request -> completedFuture(new PublishDecision.Accepted(new MediaListener() {
            @Override
            public void onTag(MediaTag tag) {
                throw new IllegalStateException("planted");
            }

            @Override
            public void onEnd(PublicationEnd end) {
                ends.add(end);
            }
        })));
        peer.send(onAir().video(0, AVC_FRAME).video(40, AVC_FRAME));
        assertThat(ends).extracting(PublicationEnd::kind).containsExactly(Kind.CLOSED_BY_US);
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void closesOnACommandBeforeConnect() {
        peer.send(new Encoder().handshake().command("createStream", 1, NOTHING));
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void closesOnASecondPublish() {
        peer.send(onAir().publish(OneKey.KEY));
        assertThat(peer.isOpen()).isFalse();
        assertThat(recording().endKind()).contains(Kind.VIOLATION);
    }

    @Test
    void ignoresMediaOfThoseNotOnAir() {
        peer.send(new Encoder().handshake().connect("live").video(0, AVC_FRAME).audio(0, AVC_FRAME));
        assertThat(peer.isOpen()).isTrue();
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void refusesAWrongKeyWithAReasonAndCloses() {
        peer.send(new Encoder().handshake().prelude("sk_x").publish("sk_x").video(0, AVC_FRAME));
        assertThat(Statuses.of(peer.commands())).last().isEqualTo("NetStream.Publish.BadName: This key is not known.");
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesAWrongAddressUnaskedAndSaysSo() {
        peer.send(new Encoder().handshake().connect("stream").publish(OneKey.KEY));
        assertThat(node.recordings()).isEmpty();
        assertThat(node.refusals())
                .containsExactly(
                        new PublishDecision.Refused(Reason.WRONG_ADDRESS, "The server address has to end in /live."));
        assertThat(peer.isOpen()).isFalse();
    }

    @Test
    void refusesAnAddressWithoutKeyUnasked() {
        peer.send(new Encoder().handshake().connect("live").publish(""));
        assertThat(node.refusals()).extracting(PublishDecision.Refused::reason).containsExactly(Reason.UNKNOWN_KEY);
    }

    @Test
    void tellsTheApplicationWhoAsks() {
        peer.send(onAir());
        assertThat(node.requests().getFirst())
                .returns("live", request -> request.app())
                .returns(OneKey.KEY, request -> request.key().value())
                .returns("FMLE/3.0 (compatible; FMSc/1.0)", request -> request.encoder())
                .returns(new InetSocketAddress("192.0.2.7", 40_000), request -> request.peer());
        assertThat(node.requests().getFirst().toString()).doesNotContain(OneKey.KEY);
    }
}
