// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.client.Encoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a publisher with a good key says: taken, dropped or refused, in bounded memory, however it is cut. */
class SessionFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void takesDropsOrRefuses(byte[] strangersBytes) {
        byte[] session = new Encoder()
                .handshake()
                .prelude(OneKey.KEY)
                .publish(OneKey.KEY)
                .raw(strangersBytes)
                .bytes();
        assertThat(Fate.of(session, 3)).isEqualTo(Fate.of(session, 1 << 20));
    }
}
