// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

/**
 * Levels of H.264 (table A-1, bit rates of High profile by table A-2). A rung is encoded at the level that its size needs
 * at 60 frames a second, whatever the source's rate: players read it before the encoder has run, and must find it true.
 */
enum AvcLevel {
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

    private static final int MACROBLOCK = 16;
    private static final int FRAMES_PER_SECOND = 60;

    private final int number;
    private final int macroblocks;
    private final int macroblocksPerSecond;
    private final int bitsPerSecond;

    AvcLevel(int number, int macroblocks, int macroblocksPerSecond, int bitsPerSecond) {
        this.number = number;
        this.macroblocks = macroblocks;
        this.macroblocksPerSecond = macroblocksPerSecond;
        this.bitsPerSecond = bitsPerSecond;
    }

    /** Ten times the level, as the stream writes it. */
    static int of(int width, int height, int bitsPerSecond) {
        int macroblocks = Math.ceilDiv(width, MACROBLOCK) * Math.ceilDiv(height, MACROBLOCK);
        for (var level : values()) {
            if (macroblocks <= level.macroblocks
                    && macroblocks * FRAMES_PER_SECOND <= level.macroblocksPerSecond
                    && bitsPerSecond <= level.bitsPerSecond) {
                return level.number;
            }
        }
        return L5_2.number;
    }
}
