// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.Ticks;

import static org.assertj.core.api.Assertions.assertThat;

final class TimelinePropertiesTest {

    private static final long MILLI = 1_000_000;
    private static final long TEN_SECONDS = 10_000 * MILLI;

    @Provide
    Arbitrary<FrameRate> rates() {
        return Arbitraries.of(
                new FrameRate(24_000, 1001),
                new FrameRate(24, 1),
                new FrameRate(25, 1),
                new FrameRate(30_000, 1001),
                new FrameRate(30, 1),
                new FrameRate(50, 1),
                new FrameRate(60_000, 1001),
                new FrameRate(60, 1));
    }

    /** RTMP rounds to milliseconds, up, down or to the nearest, from any moment on: the grid takes it out again. */
    @Property(tries = 200)
    void aConstantRateIsContiguousOnItsGrid(
            @ForAll("rates") FrameRate rate, @ForAll @IntRange(max = 999_999) int phase, @ForAll boolean announced) {
        var timeline = new VideoTimeline(announced ? rate : FrameRate.UNKNOWN);
        long[] times = new long[600];
        for (int i = 0; i < times.length; i++) {
            long exact = phase + Math.round(i * 1e9 / rate.perSecond());
            times[i] = TEN_SECONDS + exact / MILLI * MILLI;
        }
        timeline.lookAhead(Arrays.copyOf(times, 60));
        long end = -1;
        for (long time : times) {
            var place = timeline.place(time, 0, 0);
            assertThat(place.duration()).isPositive();
            if (end >= 0) {
                assertThat(place.decodeTime()).isBetween(end - 1, end + 1);
            }
            assertThat(place.decodeTime()
                            - Ticks.ofNanos(time, Ticks.VIDEO_RATE).count())
                    .isBetween(-180L, 180L);
            end = place.decodeTime() + place.duration();
        }
        assertThat(timeline.missing()).isZero();
        assertThat(timeline.clamped()).isZero();
    }

    @Property(tries = 200)
    void timesNeverFallWhateverComes(
            @ForAll @Size(min = 2, max = 200) List<@LongRange(min = 0, max = 20_000) Long> millis,
            @ForAll @IntRange(min = -2000, max = 2000) int composition) {
        var timeline = new VideoTimeline(FrameRate.UNKNOWN);
        long last = Long.MIN_VALUE;
        for (long milli : millis) {
            var place = timeline.place(TEN_SECONDS + milli * MILLI, composition, 0);
            assertThat(place.decodeTime()).isGreaterThan(last);
            last = place.decodeTime();
        }
    }

    @Property(tries = 200)
    void unwrappingGivesBackWhatWasWrapped(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long first,
            @ForAll @Size(max = 100) List<@IntRange(min = -1000, max = Integer.MAX_VALUE) Integer> steps) {
        var unwrapper = new Unwrapper(first);
        long time = first;
        for (int step : steps) {
            time += step;
            assertThat(unwrapper.unwrap(time & 0xFFFF_FFFFL)).isEqualTo(time);
        }
    }

    /** A device that runs up to 0.1 % fast or slow. */
    @Property(tries = 50)
    void soundNeverOverlapsAndStaysNearItsTimestamps(@ForAll @IntRange(min = -1000, max = 1000) int partsPerMillion) {
        var timeline = new AudioTimeline(48_000);
        long end = Long.MIN_VALUE;
        for (int i = 0; i < 20_000; i++) {
            long nanos = TEN_SECONDS + Math.round(i * 1024 / 48_000.0 * 1e9 * (1 + partsPerMillion / 1e6));
            var place = timeline.place(nanos, 1024);
            if (place.isPresent()) {
                assertThat(place.getAsLong()).isGreaterThanOrEqualTo(end);
                end = place.getAsLong() + 1024;
                assertThat(Math.abs(new Ticks(place.getAsLong(), 48_000).toNanos() - nanos))
                        .isLessThan(100 * MILLI);
            }
            if (i % 94 == 0) {
                timeline.atSegmentEdge();
            }
        }
        assertThat(timeline.wasTorn()).isFalse();
    }

    @Property
    void aTickSurvivesNanosecondsAndBack(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long count) {
        for (int rate : new int[] {90_000, 48_000, 44_100, 22_050}) {
            assertThat(Ticks.ofNanos(new Ticks(count, rate).toNanos(), rate).count())
                    .isEqualTo(count);
        }
    }
}
