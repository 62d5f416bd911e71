// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import live.tributary.transcoder.hls.RenditionName;

/**
 * A smaller picture of a broadcast, in H.264, that the encoder makes.
 *
 * @param name {@code h} and the shorter side, for example {@code h480}
 * @param width pixels, even
 * @param height pixels, even; the longer side of an upright picture
 * @param bitsPerSecond of the picture alone
 * @param halvedRate whether every other frame is left out, key frames never
 */
public record Rung(RenditionName name, int width, int height, int bitsPerSecond, boolean halvedRate) {

    public Rung {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0 || bitsPerSecond <= 0) {
            throw new IllegalArgumentException("a rung of %dx%d, %d b/s".formatted(width, height, bitsPerSecond));
        }
    }

    /** Ten times the H.264 level that it is encoded at. */
    public int level() {
        return AvcLevel.of(width, height, bitsPerSecond);
    }

    /** How large it is: rungs are dropped from the largest down. */
    public int pixels() {
        return width * height;
    }
}
