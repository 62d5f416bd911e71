// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HandshakeTest {
    private static final int PACKET = 1536;
    private static final byte[] PLAYER = "Genuine Adobe Flash Player 001".getBytes(US_ASCII);
    private static final byte[] SERVER = "Genuine Adobe Flash Media Server 001".getBytes(US_ASCII);
    private static final byte[] TAIL = Wire.hex("f0eec24a8068bee82e00d0d1029e7e576eec5d2d29806fab93b8e636cfeb31ae");

    @Test
    void repeatsAPlainC1ByteForByteInOneFlush() {
        byte[] c1 = randomC1(0);
        for (List<byte[]> pieces : Cuts.of(clientBytes(c1))) {
            var channel = channel();
            pieces.forEach(piece -> channel.writeInbound(Unpooled.wrappedBuffer(piece)));
            byte[] answer = onlyFlush(channel);
            assertThat(answer).hasSize(1 + 2 * PACKET).startsWith(3, 0, 0, 0, 0, 0, 0, 0, 0);
            assertThat(Arrays.copyOfRange(answer, 1 + PACKET, answer.length)).isEqualTo(c1);
            channel.finishAndReleaseAll();
        }
    }

    /** The digest block behind the header, or behind the key block: offset bytes at 8, or at 772. */
    @ParameterizedTest
    @CsvSource({"8, 12", "772, 776"})
    void signsInTheLayoutOfTheClient(int offsetAt, int base) throws Exception {
        byte[] c1 = randomC1(0x80000702);
        int position = position(c1, offsetAt, base);
        System.arraycopy(hmac(PLAYER, without(c1, position)), 0, c1, position, 32);
        byte[] c1Digest = Arrays.copyOfRange(c1, position, position + 32);

        var channel = channel();
        channel.writeInbound(Unpooled.wrappedBuffer(clientBytes(c1)));
        byte[] answer = onlyFlush(channel);

        byte[] s1 = Arrays.copyOfRange(answer, 1, 1 + PACKET);
        int s1Position = position(s1, offsetAt, base);
        assertThat(Arrays.copyOfRange(s1, s1Position, s1Position + 32))
                .isEqualTo(hmac(SERVER, without(s1, s1Position)));
        byte[] s2 = Arrays.copyOfRange(answer, 1 + PACKET, answer.length);
        byte[] key = hmac(new Wire().raw(SERVER).raw(TAIL).bytes(), c1Digest);
        assertThat(Arrays.copyOfRange(s2, PACKET - 32, PACKET)).isEqualTo(hmac(key, Arrays.copyOf(s2, PACKET - 32)));
        channel.finishAndReleaseAll();
    }

    @Test
    void treatsAVersionWithoutDigestAsPlain() {
        byte[] c1 = randomC1(0x80000702);
        var channel = channel();
        channel.writeInbound(Unpooled.wrappedBuffer(clientBytes(c1)));
        byte[] answer = onlyFlush(channel);
        assertThat(Arrays.copyOfRange(answer, 1 + PACKET, answer.length)).isEqualTo(c1);
        channel.finishAndReleaseAll();
    }

    @Test
    void answersBeforeC2AndLeavesWhatFollowsToTheNext() {
        var channel = channel();
        channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOf(clientBytes(randomC1(0)), 1 + PACKET)));
        assertThat(onlyFlush(channel)).hasSize(1 + 2 * PACKET);
        channel.writeInbound(
                Unpooled.wrappedBuffer(new Wire().zeros(PACKET).u8(42).bytes()));
        ByteBuf rest = channel.readInbound();
        assertThat(ByteBufUtil.getBytes(rest)).containsExactly(42);
        rest.release();
        assertThat(channel.pipeline().get(HandshakeHandler.class)).isNull();
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 6, 22, 71})
    void refusesAnotherVersionAtTheFirstByte(int version) {
        var channel = channel();
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) version})))
                .isInstanceOf(DecoderException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        offence -> assertThat(offence.code()).isEqualTo(RtmpException.Code.BAD_HANDSHAKE));
        channel.finishAndReleaseAll();
    }

    private static EmbeddedChannel channel() {
        return new EmbeddedChannel(new HandshakeHandler(new Random(7)), new ChannelInboundHandlerAdapter());
    }

    private static byte[] randomC1(int version) {
        byte[] random = new byte[PACKET - 8];
        new Random(11).nextBytes(random);
        return new Wire().u32(12_345).u32(version).raw(random).bytes();
    }

    private static byte[] clientBytes(byte[] c1) {
        return new Wire().u8(3).raw(c1).zeros(PACKET).bytes();
    }

    private static byte[] onlyFlush(EmbeddedChannel channel) {
        assertThat(channel.outboundMessages()).hasSize(1);
        ByteBuf sent = channel.readOutbound();
        byte[] bytes = ByteBufUtil.getBytes(sent);
        sent.release();
        return bytes;
    }

    private static int position(byte[] packet, int offsetAt, int base) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += packet[offsetAt + i] & 0xFF;
        }
        return base + sum % 728;
    }

    private static byte[] without(byte[] packet, int position) {
        return new Wire()
                .raw(Arrays.copyOf(packet, position))
                .raw(Arrays.copyOfRange(packet, position + 32, packet.length))
                .bytes();
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }
}
