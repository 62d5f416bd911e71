// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.ladder.Rung;

/**
 * Describes a rung before its encoder has run: players read the master playlist once, and must know what they ask for.
 * The encoder is told to write High profile, at the level that the rung names.
 */
final class RungFormat {

    private RungFormat() {}

    static VideoFormat of(Rung rung, VideoFormat source) {
        double rate = source.framesPerSecond();
        return new VideoFormat(
                "avc1.6400%02x".formatted(rung.level()),
                rung.width(),
                rung.height(),
                rung.halvedRate() ? rate / 2 : rate,
                VideoRange.SDR,
                false,
                rung.bitsPerSecond());
    }
}
