// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.handler.codec.DecoderException;

import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.RtmpException;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsTheSameWholeAndByteByByteOrRefuses(byte[] strangersBytes) {
        try (var whole = new Chunks(MessageLimits.DEFAULTS);
                var slow = new Chunks(MessageLimits.DEFAULTS)) {
            whole.decoder.trust();
            slow.decoder.trust();
            boolean refusedWhole = refuses(whole, strangersBytes);
            boolean refusedSlow = false;
            for (byte next : strangersBytes) {
                refusedSlow |= refuses(slow, next);
            }
            List<String> messages = whole.messages();
            assertThat(slow.messages()).isEqualTo(messages);
            assertThat(refusedSlow).isEqualTo(refusedWhole);
        }
    }

    private static boolean refuses(Chunks chunks, byte... bytes) {
        try {
            chunks.send(bytes);
            return false;
        } catch (DecoderException refusal) {
            if (refusal.getCause() instanceof RtmpException) {
                return true;
            }
            throw refusal;
        }
    }
}
