// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.timeline;

/**
 * Unsigned 32-bit milliseconds of one track to 64 bits. The difference to the last one is taken as a signed 32-bit
 * number, so the wrap after 49.7 days is no event, and neither is 2^31.
 */
final class Unwrapper {

    private long last;

    /** Starts beside a point that another track has reached, so that both count from the same zero. */
    Unwrapper(long near) {
        this.last = near;
    }

    long unwrap(long wireMilliseconds) {
        last += (int) (wireMilliseconds - last);
        return last;
    }
}
