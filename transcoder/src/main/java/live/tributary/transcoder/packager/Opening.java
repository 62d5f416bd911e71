// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import live.tributary.transcoder.packager.Arrived.Picture;
import live.tributary.transcoder.packager.Arrived.Sound;

/**
 * What a session sends before it may be shown. Frames before the first key frame are of no use and not kept; then
 * enough is gathered to know frame rate, key frame interval and whether there is sound.
 */
final class Opening {

    private static final long SHORTEST_SEGMENT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMillis(4200).toNanos();
    private static final long LONGEST_WAIT_FOR_SOUND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_RETURN = Duration.ofMillis(250).toNanos();
    private static final long PATIENCE_FOR_VIDEO = Duration.ofSeconds(2).toNanos();
    private static final int MOST_UNITS = 4000;
    private static final long MOST_BYTES = 64L << 20;

    private final boolean firstOfBroadcast;
    private final Tally tally;
    private final List<Arrived> units = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private long bytes;

    Opening(boolean firstOfBroadcast, Tally tally) {
        this.firstOfBroadcast = firstOfBroadcast;
        this.tally = tally;
    }

    void add(Arrived unit) {
        if (unit instanceof Picture picture) {
            if (pictures.isEmpty() && !picture.sync()) {
                tally.dropped++;
                return;
            }
            pictures.add(picture);
        }
        bytes += unit.data().length;
        units.add(unit);
    }

    /**
     * Whether enough is known.
     *
     * @param videoExpected whether a picture was announced
     * @param audioExpected whether sound was announced
     */
    boolean decided(boolean videoExpected, boolean audioExpected) {
        if (units.isEmpty()) {
            return false;
        }
        if (units.size() >= MOST_UNITS || bytes >= MOST_BYTES) {
            return true;
        }
        if (pictures.isEmpty()) {
            return span() >= (videoExpected ? PATIENCE_FOR_VIDEO + LONGEST : PATIENCE_FOR_VIDEO);
        }
        return sinceFirstPicture() >= longest(audioExpected) || (firstOfBroadcast && segmentComplete());
    }

    /** Who comes back goes on soon; but a track that joins later costs a discontinuity, and silence until then. */
    private long longest(boolean audioExpected) {
        if (firstOfBroadcast) {
            return LONGEST;
        }
        return audioExpected && firstSound().isEmpty() ? LONGEST_WAIT_FOR_SOUND : LONGEST_RETURN;
    }

    private long span() {
        return units.getLast().nanos() - units.getFirst().nanos();
    }

    /** Of media, or of arrival when timestamps stand still. */
    private long sinceFirstPicture() {
        var first = pictures.getFirst();
        long media = pictures.getLast().nanos() - first.nanos();
        return Math.max(
                media,
                Duration.between(first.arrival(), units.getLast().arrival()).toNanos());
    }

    private boolean segmentComplete() {
        var newest = pictures.getLast();
        return newest.sync() && newest.nanos() - pictures.getFirst().nanos() >= SHORTEST_SEGMENT;
    }

    /** The unit with which the broadcast's time begins: the first key frame, or the first sound where there is none. */
    Arrived first() {
        return pictures.isEmpty() ? units.getFirst() : pictures.getFirst();
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** All units in the order they came. */
    List<Arrived> units() {
        return units;
    }

    /** The bytes are in the window now. */
    void clear() {
        units.clear();
        pictures.clear();
    }

    boolean hasVideo() {
        return !pictures.isEmpty();
    }

    Optional<Sound> firstSound() {
        return units.stream()
                .filter(Sound.class::isInstance)
                .map(Sound.class::cast)
                .findFirst();
    }

    long[] pictureNanos() {
        return pictures.stream().mapToLong(Picture::nanos).toArray();
    }

    /** The longest way from one key frame to the next; empty when no second one came. */
    Optional<Duration> longestKeyFrameInterval() {
        long longest = -1;
        long last = pictures.isEmpty() ? 0 : pictures.getFirst().nanos();
        for (var picture : pictures) {
            if (picture.sync() && picture.nanos() > last) {
                longest = Math.max(longest, picture.nanos() - last);
                last = picture.nanos();
            }
        }
        return longest < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(longest));
    }
}
