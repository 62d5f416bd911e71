// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.amf.AmfNull;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.chunk.ChunkDecoder;
import live.tributary.ingest.rtmp.chunk.ChunkEncoder;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One table of messages and their bytes on the wire, written and read. */
class MessageCodecTest {

    static List<Arguments> vectors() {
        return List.of(
                arguments(new SetChunkSize(65_536), "02 000000 000004 01 00000000 00010000"),
                arguments(new Abort(4), "02 000000 000004 02 00000000 00000004"),
                arguments(new Acknowledgement(0xFFFF_FFFEL), "02 000000 000004 03 00000000 fffffffe"),
                arguments(new StreamBegin(1), "02 000000 000006 04 00000000 0000 00000001"),
                arguments(new PingRequest(258), "02 000000 000006 04 00000000 0006 00000102"),
                arguments(new PingResponse(258), "02 000000 000006 04 00000000 0007 00000102"),
                arguments(new WindowAcknowledgementSize(2_500_000), "02 000000 000004 05 00000000 002625a0"),
                arguments(
                        new SetPeerBandwidth(2_500_000, SetPeerBandwidth.DYNAMIC),
                        "02 000000 000005 06 00000000 002625a0 02"),
                arguments(
                        new Command(1, "ok", 3, List.of(new AmfNull())),
                        "03 000000 00000f 14 01000000 02 0002 6f6b 00 4008000000000000 05"),
                arguments(
                        new DataMessage(20_000_000, List.of(new AmfString("a"), AmfObject.of(Map.of()))),
                        "03 ffffff 000008 12 00000000 01312d00 02 0001 61 03 000009"),
                // Longer than a chunk: cut, with a one-byte header before the rest.
                arguments(
                        new DataMessage(1, List.of(new AmfString("b".repeat(130)))),
                        "03 000001 000085 12 00000000 02 0082 " + "62".repeat(125) + " c3 " + "62".repeat(5)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writes(RtmpMessage message, String hex) {
        var channel = new EmbeddedChannel(new ChunkEncoder(), new MessageEncoder());
        channel.writeOutbound(message);
        ByteBuf written = channel.readOutbound();
        assertThat(ByteBufUtil.hexDump(written)).isEqualTo(hex.replace(" ", ""));
        written.release();
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsHoweverItIsCut(RtmpMessage message, String hex) {
        for (List<byte[]> pieces : Cuts.of(Wire.hex(hex))) {
            var channel = decoder();
            pieces.forEach(piece -> channel.writeInbound(Unpooled.wrappedBuffer(piece)));
            assertThat(channel.inboundMessages()).hasSize(1);
            assertThat(channel.<RtmpMessage>readInbound()).isEqualTo(message);
            channel.finishAndReleaseAll();
        }
    }

    @Test
    void readsCommandsAndDataOfTheAmf3Kinds() {
        var channel = decoder();
        channel.writeInbound(
                Unpooled.wrappedBuffer(Wire.hex("03 000000 00000e 11 00000000 00 02 0001 6f 00 4008000000000000")));
        channel.writeInbound(Unpooled.wrappedBuffer(Wire.hex("03 000000 000007 0f 00000000 00 11 06 07 616263")));
        assertThat(channel.<RtmpMessage>readInbound()).isEqualTo(new Command(0, "o", 3, List.of()));
        assertThat(channel.<RtmpMessage>readInbound()).isEqualTo(new DataMessage(0, List.of(new AmfString("abc"))));
        channel.finishAndReleaseAll();
    }

    /** A data message that cannot be read, and empty ones of the AMF3 kinds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 000000 000002 12 00000000 02 00",
                "03 000000 000000 0f 00000000",
                "03 000000 000000 11 00000000"
            })
    void spoilsOneMessageOnly(String hex) {
        var channel = decoder();
        channel.writeInbound(Unpooled.wrappedBuffer(Wire.hex(hex)));
        channel.writeInbound(Unpooled.wrappedBuffer(Wire.hex("02 000000 000004 03 00000000 00000001")));
        assertThat(channel.<RtmpMessage>readInbound()).isInstanceOf(Spoiled.class);
        assertThat(channel.<RtmpMessage>readInbound()).isEqualTo(new Acknowledgement(1));
        channel.finishAndReleaseAll();
    }

    /** Shared object, aggregate, other user control. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 000000 000001 13 00000000 00",
                "03 000000 000001 16 00000000 00",
                "02 000000 00000a 04 00000000 0003 0000000100000bb8"
            })
    void letsUnknownMessagesPass(String hex) {
        var channel = decoder();
        channel.writeInbound(Unpooled.wrappedBuffer(Wire.hex(hex)));
        assertThat(channel.<RtmpMessage>readInbound()).isInstanceOf(Unknown.class);
        channel.finishAndReleaseAll();
    }

    /** Short control messages, a command that is cut, and commands without a name or a transaction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 000000 000003 03 00000000 000000",
                "02 000000 000001 04 00000000 00",
                "02 000000 000004 04 00000000 00060000",
                "02 000000 000004 06 00000000 00000000",
                "03 000000 000003 14 00000000 02 00ff",
                "03 000000 000001 14 00000000 05",
                "03 000000 000005 14 00000000 02 0001 61 05"
            })
    void endsTheConversationAtBrokenControlAndCommands(String hex) {
        var channel = decoder();
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(Wire.hex(hex))))
                .isInstanceOf(DecoderException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem.scope()).isEqualTo(RtmpException.Scope.CONNECTION));
        channel.finishAndReleaseAll();
    }

    private static EmbeddedChannel decoder() {
        return new EmbeddedChannel(
                new ChunkDecoder(MessageLimits.DEFAULTS, () -> 0), new MessageDecoder(AmfLimits.DEFAULTS));
    }
}
