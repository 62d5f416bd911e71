// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

import java.time.Duration;

/**
 * A stretch or a point of media time.
 *
 * @param count may be negative
 * @param perSecond 90,000 for video, the sample rate for audio
 */
public record Ticks(long count, int perSecond) {

    /** The clock of every video track. */
    public static final int VIDEO_RATE = 90_000;

    private static final long NANOS = 1_000_000_000L;

    public Ticks {
        if (perSecond <= 0) {
            throw new IllegalArgumentException("a clock of %d ticks per second".formatted(perSecond));
        }
    }

    /** The nearest point on a clock of that rate. */
    public static Ticks ofNanos(long nanos, int perSecond) {
        long seconds = Math.floorDiv(nanos, NANOS);
        long rest = Math.floorMod(nanos, NANOS);
        return new Ticks(seconds * perSecond + (rest * perSecond + NANOS / 2) / NANOS, perSecond);
    }

    public Ticks rescale(int perSecond) {
        return this.perSecond == perSecond ? this : ofNanos(toNanos(), perSecond);
    }

    /** Rounded to the nearest nanosecond, so that a tick survives the way there and back. */
    public long toNanos() {
        long seconds = Math.floorDiv(count, (long) perSecond);
        long rest = Math.floorMod(count, (long) perSecond);
        return seconds * NANOS + (rest * NANOS + perSecond / 2) / perSecond;
    }

    public Duration toDuration() {
        return Duration.ofNanos(toNanos());
    }
}
