// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.ingest.rtmp.RtmpException;

import static org.assertj.core.api.Assertions.assertThat;

class TagFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsPicturesOrRefuses(byte[] strangersBytes) {
        try {
            new Tags().video(strangersBytes);
        } catch (RtmpException refusal) {
            assertThat(refusal.scope()).isEqualTo(RtmpException.Scope.CONNECTION);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void readsSoundOrRefuses(byte[] strangersBytes) {
        try {
            new Tags().audio(strangersBytes);
        } catch (RtmpException refusal) {
            assertThat(refusal.scope()).isEqualTo(RtmpException.Scope.CONNECTION);
        }
    }
}
