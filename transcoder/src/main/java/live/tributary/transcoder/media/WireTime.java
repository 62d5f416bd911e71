// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * A timestamp exactly as RTMP carries it: it wraps, it may jump, and two tracks share it.
 *
 * @param milliseconds unsigned 32 bits, wraps after 49.7 days
 * @param nanoseconds offset of Enhanced RTMP's ModEx, 0 to 999,999, belongs to the presentation time
 */
public record WireTime(long milliseconds, int nanoseconds) {

    public WireTime {
        if (milliseconds < 0 || milliseconds > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("%d is not an unsigned 32-bit number".formatted(milliseconds));
        }
        if (nanoseconds < 0 || nanoseconds > 999_999) {
            throw new IllegalArgumentException("%d ns are not within one millisecond".formatted(nanoseconds));
        }
    }

    public static WireTime ofMilliseconds(long milliseconds) {
        return new WireTime(milliseconds, 0);
    }
}
