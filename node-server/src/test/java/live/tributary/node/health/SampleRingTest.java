// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleRingTest {

    private final SampleRing ring = new SampleRing();

    @Test
    void givesTheNewestInTheirOrder() {
        for (int second = 0; second < 5; second++) {
            ring.add(Sample.away(PlayedStream.OPENED.plusSeconds(second)));
        }
        assertThat(ring.last(2))
                .extracting(Sample::at)
                .containsExactly(PlayedStream.OPENED.plusSeconds(3), PlayedStream.OPENED.plusSeconds(4));
        assertThat(ring.last(100)).hasSize(5);
        assertThat(ring.last(0)).isEmpty();
    }

    @Test
    void keepsFifteenMinutesAndNoSecondMore() {
        for (int second = 0; second < 2_000; second++) {
            ring.add(Sample.away(PlayedStream.OPENED.plusSeconds(second)));
        }
        assertThat(ring.size()).isEqualTo(900);
        assertThat(ring.last(10_000)).hasSize(900);
        assertThat(ring.last(10_000).getFirst().at()).isEqualTo(PlayedStream.OPENED.plusSeconds(1_100));
        assertThat(ring.last(10_000).getLast().at()).isEqualTo(PlayedStream.OPENED.plusSeconds(1_999));
    }
}
