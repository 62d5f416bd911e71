// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private final TreeMap<Long, Known> byNanos = new TreeMap<>();

    /** A picture before the last one begins another piece of time. */
    void add(Known picture) {
        if (!byNanos.isEmpty() && byNanos.lastKey() >= picture.nanos()) {
            byNanos.clear();
        }
        byNanos.put(picture.nanos(), picture);
        if (byNanos.size() > MOST) {
            byNanos.pollFirstEntry();
        }
    }

    void clear() {
        byNanos.clear();
    }

    /** Whether a picture of the source is known that is decoded then or later. */
    boolean reach(long nanos) {
        return !byNanos.isEmpty() && byNanos.lastKey() >= nanos;
    }

    /** The last one up to that time; empty before the first. */
    Optional<Known> upTo(long nanos) {
        return Optional.ofNullable(byNanos.floorEntry(nanos)).map(Map.Entry::getValue);
    }

    /** The picture that begins a segment, at most so far from that time. */
    Optional<Known> beginning(long nanos, long atMostApart) {
        return byNanos.subMap(nanos - atMostApart, true, nanos + atMostApart, true).values().stream()
                .filter(Known::begins)
                .findFirst();
    }

    /** Where in the broadcast that moment lies, in nanoseconds. */
    static long placed(Known near, long nanos) {
        return new Ticks(near.ticks(), Ticks.VIDEO_RATE).toNanos() + nanos - near.nanos();
    }
}
