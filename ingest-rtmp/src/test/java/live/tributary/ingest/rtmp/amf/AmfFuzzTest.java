// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.RtmpException;

import static org.assertj.core.api.Assertions.assertThat;

class AmfFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        try {
            assertThat(new AmfReader(AmfLimits.DEFAULTS).readAll(Unpooled.wrappedBuffer(strangersBytes)))
                    .hasSizeLessThanOrEqualTo(AmfLimits.DEFAULTS.properties());
        } catch (RtmpException refusal) {
            assertThat(refusal.scope()).isEqualTo(RtmpException.Scope.MESSAGE);
        }
    }
}
