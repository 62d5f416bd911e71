// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Locale;

import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.ladder.Rung;

/**
 * Describes a rung before its encoder has run: players read the master playlist once, and must know what they ask for.
 * The encoder is told to write High profile, and takes the lowest level that holds the picture.
 */
final class RungFormat {

    private static final int HIGH = 100;
    private static final int MACROBLOCK = 16;
    private static final double UNKNOWN_RATE = 30;

    /** H.264, table A-1, with the bit rate of High profile (table A-2). */
    private enum Level {
        L1_1(11, 396, 3_000, 240_000),
        L1_2(12, 396, 6_000, 480_000),
        L1_3(13, 396, 11_880, 960_000),
        L2_0(20, 396, 11_880, 2_500_000),
        L2_1(21, 792, 19_800, 5_000_000),
        L2_2(22, 1_620, 20_250, 5_000_000),
        L3_0(30, 1_620, 40_500, 12_500_000),
        L3_1(31, 3_600, 108_000, 17_500_000),
        L3_2(32, 5_120, 216_000, 25_000_000),
        L4_0(40, 8_192, 245_760, 25_000_000),
        L4_2(42, 8_704, 522_240, 62_500_000),
        L5_1(51, 36_864, 983_040, 300_000_000),
        L5_2(52, 36_864, 2_073_600, 300_000_000);

        final int number;
        final int macroblocks;
        final int macroblocksPerSecond;
        final int bitsPerSecond;

        Level(int number, int macroblocks, int macroblocksPerSecond, int bitsPerSecond) {
            this.number = number;
            this.macroblocks = macroblocks;
            this.macroblocksPerSecond = macroblocksPerSecond;
            this.bitsPerSecond = bitsPerSecond;
        }
    }

    private RungFormat() {}

    static VideoFormat of(Rung rung, VideoFormat source) {
        double rate = source.framesPerSecond() > 0 ? source.framesPerSecond() : UNKNOWN_RATE;
        double made = rung.halvedRate() ? rate / 2 : rate;
        return new VideoFormat(
                String.format(Locale.ROOT, "avc1.%02x00%02x", HIGH, level(rung, made).number),
                rung.width(),
                rung.height(),
                source.framesPerSecond() > 0 ? made : 0,
                VideoRange.SDR,
                false,
                rung.bitsPerSecond());
    }

    private static Level level(Rung rung, double framesPerSecond) {
        int macroblocks = blocks(rung.width()) * blocks(rung.height());
        for (var level : Level.values()) {
            if (macroblocks <= level.macroblocks
                    && macroblocks * framesPerSecond <= level.macroblocksPerSecond
                    && rung.bitsPerSecond() <= level.bitsPerSecond) {
                return level;
            }
        }
        return Level.L5_2;
    }

    private static int blocks(int pixels) {
        return Math.ceilDiv(pixels, MACROBLOCK);
    }
}
