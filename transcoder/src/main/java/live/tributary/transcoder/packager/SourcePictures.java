// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The publisher's pictures that an encoder may still send back, by the time they are shown. One thread at a time. */
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

    private final long[] shownMillis = new long[MOST];
    private final @Nullable Known[] pictures = new Known[MOST];
    private long added;

    void add(long presentationMillis, Known picture) {
        int place = (int) (added++ % MOST);
        shownMillis[place] = presentationMillis;
        pictures[place] = picture;
    }

    /** Newest first: an encoder is some frames behind. */
    Optional<Known> find(long presentationMillis) {
        for (long i = added - 1; i >= Math.max(0, added - MOST); i--) {
            int place = (int) (i % MOST);
            if (shownMillis[place] == presentationMillis) {
                return Optional.ofNullable(pictures[place]);
            }
        }
        return Optional.empty();
    }
}
