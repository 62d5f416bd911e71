// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import live.tributary.transcoder.media.VideoCodec;

/**
 * What a ladder is made for.
 *
 * @param width pixels after cropping
 * @param height pixels after cropping
 * @param framesPerSecond 0 when not known
 * @param bitsPerSecond of the picture, announced or measured; 0 when not known
 */
public record SourcePicture(VideoCodec codec, int width, int height, double framesPerSecond, int bitsPerSecond) {

    private static final double UNKNOWN_RATE = 30;

    public SourcePicture {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture of %dx%d".formatted(width, height));
        }
    }

    /** What a picture is called by, upright or not: the 720 of 720p. */
    public int shorterSide() {
        return Math.min(width, height);
    }

    /** Pixels that are to be decoded each second. */
    double pixelsPerSecond() {
        return (double) width * height * assumedRate();
    }

    double assumedRate() {
        return framesPerSecond > 0 ? framesPerSecond : UNKNOWN_RATE;
    }
}
