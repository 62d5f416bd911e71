// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import live.tributary.ingest.rtmp.StreamMetadata;

/**
 * The rates an encoder says it is set to ({@code onMetaData}); zero for what it does not say.
 */
record Announced(long videoBitsPerSecond, long audioBitsPerSecond, double framesPerSecond) {

    static final Announced NOTHING = new Announced(0, 0, 0);

    private static final double MOST_KILOBITS = 100_000;
    private static final double MOST_FRAMES = 1_000;
    private static final int BITS_PER_KILOBIT = 1_000;

    static Announced of(StreamMetadata metadata) {
        return new Announced(
                kilobits(metadata, "videodatarate"),
                kilobits(metadata, "audiodatarate"),
                within(metadata.number("framerate").orElse(0), MOST_FRAMES));
    }

    /** Of picture and sound; zero where the picture's rate was not said. */
    long bitsPerSecond() {
        return videoBitsPerSecond == 0 ? 0 : videoBitsPerSecond + audioBitsPerSecond;
    }

    private static long kilobits(StreamMetadata metadata, String name) {
        return Math.round(within(metadata.number(name).orElse(0), MOST_KILOBITS) * BITS_PER_KILOBIT);
    }

    /** What nobody can send was not said. */
    private static double within(double value, double most) {
        return value > 0 && value < most ? value : 0;
    }
}
