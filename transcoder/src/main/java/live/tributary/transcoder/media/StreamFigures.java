// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

import java.time.Duration;

/**
 * What is known of a stream at one moment.
 *
 * @param videoCodecs as in {@code CODECS}; empty without a picture
 * @param audioCodecs as in {@code CODECS}; empty without sound
 * @param width pixels after cropping, 0 without a picture
 * @param height pixels after cropping, 0 without a picture
 * @param framesPerSecond of the grid, or of the last step; 0 when unknown
 * @param onGrid whether frames come at a constant rate
 * @param keyFrameInterval between the last two key frames; zero before the second
 * @param groups of pictures
 * @param videoBitsPerSecond over the last segment
 * @param audioBitsPerSecond over the last segment
 * @param channels of the sound, 0 without
 * @param sampleRate of the sound, 0 without
 */
public record StreamFigures(
        String videoCodecs,
        String audioCodecs,
        int width,
        int height,
        double framesPerSecond,
        boolean onGrid,
        Duration keyFrameInterval,
        GroupsOfPictures groups,
        int videoBitsPerSecond,
        int audioBitsPerSecond,
        int channels,
        int sampleRate,
        StreamCounters counters) {

    /** Nothing came yet. */
    public static final StreamFigures NONE = new StreamFigures(
            "", "", 0, 0, 0, false, Duration.ZERO, GroupsOfPictures.UNKNOWN, 0, 0, 0, 0, StreamCounters.NONE);
}
