// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.mp4.TrackId;

import static org.assertj.core.api.Assertions.assertThat;

/** Which samples go into one part. */
final class LaneTest {

    private static final int UNIT = 1024;

    @Test
    void aPartEndsAtAHoleBecauseItStatesOnlyWhereItBegins() {
        var options = WindowOptions.inMemory(Duration.ofSeconds(12));
        try (var writer = WindowWriter.open(new WindowMemory(), options, new FirstNumbers(100, 7, false))) {
            var lane = new Lane(writer, RenditionName.AUDIO, TrackId.AUDIO, 48_000);
            lane.add(unit(0));
            lane.add(unit(UNIT));
            lane.add(unit(2 * UNIT + 100));

            assertThat(lane.countBefore(Long.MAX_VALUE, 20L * UNIT)).isEqualTo(2);
        }
    }

    private static Sample unit(long at) {
        return new Sample(new byte[] {1, 2, 3}, at, UNIT, 0, true);
    }
}
