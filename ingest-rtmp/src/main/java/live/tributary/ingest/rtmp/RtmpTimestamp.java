// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * A message's time as the publisher wrote it: it wraps after 49.7 days and may jump.
 *
 * @param milliseconds decode time, an unsigned 32-bit count: 0 to 4,294,967,295
 * @param nanoseconds added to the presentation time, 0 to 999,999 (Enhanced RTMP v2, TimestampOffsetNano)
 */
public record RtmpTimestamp(long milliseconds, int nanoseconds) {
    private static final long WRAP = 1L << 32;
    private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;

    public RtmpTimestamp {
        if (milliseconds < 0 || milliseconds >= WRAP) {
            throw new IllegalArgumentException("not an unsigned 32-bit count: " + milliseconds);
        }
        if (nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_MILLISECOND) {
            throw new IllegalArgumentException("not below a millisecond: " + nanoseconds);
        }
    }

    /** A time in whole milliseconds, as every message without a ModEx prefix has it. */
    public static RtmpTimestamp ofMilliseconds(long milliseconds) {
        return new RtmpTimestamp(milliseconds, 0);
    }

    /** The same millisecond, refined. */
    public RtmpTimestamp plusNanoseconds(int offset) {
        return new RtmpTimestamp(milliseconds, offset);
    }
}
