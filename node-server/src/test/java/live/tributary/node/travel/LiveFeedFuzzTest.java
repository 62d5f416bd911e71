// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What another directory says of who is live: a few addresses, or nothing. */
final class LiveFeedFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsOrLeavesOut(byte[] strangersBytes) {
        assertThat(LiveFeed.videos(strangersBytes))
                .hasSizeLessThanOrEqualTo(LiveFeed.MOST)
                .doesNotHaveDuplicates()
                .allMatch(video -> video.isAbsolute());
    }
}
