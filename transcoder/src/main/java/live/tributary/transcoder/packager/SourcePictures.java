// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The publisher's pictures that an encoder may still send back, by the time they are shown. Pipeline thread only. */
final class SourcePictures {

    /** More than the longest GOP at the highest frame rate, which a starting encoder is fed at once. */
    private static final int MOST = 2_048;

    /**
     * One picture.
     *
     * @param ticks when it is shown
     * @param delay ticks from decoding to showing
     * @param duration ticks; 0 where only the next picture tells
     * @param segment the number of its segment, counted from 0 in this broadcast
     * @param begins whether that segment begins with it
     */
    record Known(long ticks, int delay, int duration, int segment, boolean begins) {}

    private final NavigableMap<Long, Known> byMillis = new TreeMap<>();

    void add(long presentationMillis, Known picture) {
        byMillis.put(presentationMillis, picture);
        if (byMillis.size() > MOST) {
            byMillis.pollFirstEntry();
        }
    }

    Optional<Known> find(long presentationMillis) {
        return Optional.ofNullable(byMillis.get(presentationMillis));
    }
}
