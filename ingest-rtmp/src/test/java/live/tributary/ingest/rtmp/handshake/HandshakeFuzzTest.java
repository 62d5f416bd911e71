// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.util.Random;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;

import live.tributary.ingest.rtmp.RtmpException;

class HandshakeFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void answersOrRefuses(byte[] strangersBytes) {
        var channel = new EmbeddedChannel(new HandshakeHandler(new Random(1)));
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(strangersBytes));
        } catch (DecoderException refusal) {
            if (!(refusal.getCause() instanceof RtmpException)) {
                throw refusal;
            }
        } finally {
            channel.finishAndReleaseAll();
        }
    }
}
