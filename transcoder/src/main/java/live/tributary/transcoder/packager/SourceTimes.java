// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import live.tributary.transcoder.media.Ticks;

/**
 * When the publisher's newest pictures are decoded, on its own clock and in the broadcast: what it sends on further
 * tracks has the same clock. One thread at a time.
 */
final class SourceTimes {

    private static final int MOST = 512;

    /**
     * One picture.
     *
     * @param nanos on the publisher's clock
     * @param ticks in the broadcast
     * @param segment the number of its segment
     * @param begins whether that segment begins with it
     */
    record Known(long nanos, long ticks, int segment, boolean begins) {}

    /** Oldest first. */
    private final Deque<Known> pictures = new ArrayDeque<>();

    /** A picture before the last one begins another piece of time. */
    void add(Known picture) {
        if (reach(picture.nanos())) {
            pictures.clear();
        }
        if (pictures.size() == MOST) {
            pictures.removeFirst();
        }
        pictures.addLast(picture);
    }

    void clear() {
        pictures.clear();
    }

    /** Whether a picture of the source is known that is decoded then or later. */
    boolean reach(long nanos) {
        return !pictures.isEmpty() && pictures.getLast().nanos() >= nanos;
    }

    /** The last one up to that time; empty before the first. */
    Optional<Known> upTo(long nanos) {
        return pictures.reversed().stream()
                .filter(picture -> picture.nanos() <= nanos)
                .findFirst();
    }

    /** The picture that begins a segment, at most so far from that time. */
    Optional<Known> beginning(long nanos, long atMostApart) {
        return pictures.stream()
                .filter(picture -> picture.begins() && Math.abs(picture.nanos() - nanos) <= atMostApart)
                .findFirst();
    }

    /** Where in the broadcast that moment lies, in nanoseconds. */
    static long placed(Known near, long nanos) {
        return new Ticks(near.ticks(), Ticks.VIDEO_RATE).toNanos() + nanos - near.nanos();
    }
}
