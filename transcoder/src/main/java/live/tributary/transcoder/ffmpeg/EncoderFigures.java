// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;
import java.util.Set;

import live.tributary.transcoder.hls.RenditionName;

/**
 * What an encoder does, at one moment.
 *
 * @param running the rungs of the current run; empty when there is none
 * @param speed seconds of media that it can make in a second, by the time it was busy; 0 when not known yet
 * @param lag from the newest picture offered to the newest one that came back, on the slowest rung
 * @param coresUsed processor seconds for a second of media, over the current run; 0 when not known yet
 * @param residentBytes memory of the child
 * @param deaths of children that were not told to end, in this broadcast
 * @param skipped pictures that were not encoded because it was too far behind, in this broadcast
 * @param dropped the rungs given up because it fell behind
 * @param givenUp whether it died too often
 */
public record EncoderFigures(
        Set<RenditionName> running,
        double speed,
        Duration lag,
        double coresUsed,
        long residentBytes,
        int deaths,
        long skipped,
        Set<RenditionName> dropped,
        boolean givenUp) {

    /** Nothing was encoded yet. */
    public static final EncoderFigures NONE =
            new EncoderFigures(Set.of(), 0, Duration.ZERO, 0, 0, 0, 0, Set.of(), false);
}
