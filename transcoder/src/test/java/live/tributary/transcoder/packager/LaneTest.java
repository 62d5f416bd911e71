// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.AudioFormat;
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

    @Test
    void aHoleOverTheEndOfASegmentCountsOnce() {
        var options = WindowOptions.inMemory(Duration.ofSeconds(12));
        try (var writer = WindowWriter.open(new WindowMemory(), options, new FirstNumbers(100, 7, false))) {
            writer.beginSession();
            writer.configure(RenditionName.AUDIO, new AudioFormat("mp4a.40.2", "aac", 2, 128_000), new byte[] {1});
            var lane = new Lane(writer, RenditionName.AUDIO, TrackId.AUDIO, 48_000);
            writer.openSegment(Instant.EPOCH, false);
            lane.beginSegment(0, 20L * UNIT);
            lane.add(unit(0));
            lane.add(unit(UNIT));
            lane.add(unit(10 * UNIT));
            lane.write(2);

            var before = lane.endSegment(5 * UNIT);
            writer.closeSegment(Map.of(RenditionName.AUDIO, before));
            writer.openSegment(Instant.EPOCH, false);
            lane.beginSegment(5 * UNIT, 20L * UNIT);
            lane.writeAll();

            assertThat(before).isEqualTo(lane.duration(5 * UNIT));
            assertThat(lane.endSegment(11 * UNIT)).isEqualTo(lane.duration(6 * UNIT));
        }
    }

    private static Sample unit(long at) {
        return new Sample(new byte[] {1, 2, 3}, at, UNIT, 0, true);
    }
}
