// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/** The one table of what is good, what is worth a look and what is to be fixed. Units are in the names. */
enum Threshold {
    /** Of the frames that were to come in the last minute. */
    MISSED_PERCENT(0.5, 3, true),
    /** Late, or left out by the node, of the frames of the last minute. */
    LOST_PERCENT(0.1, 1, false),
    ROUND_TRIP_MILLIS(80, 200, false),
    JITTER_MILLIS(15, 50, false),
    KEY_FRAME_MILLIS(2_100, 4_200, true),
    /** Sound and picture, as they arrive. */
    APART_MILLIS(300, 1_000, false),
    /** The true peak of a second, in decibels of full scale: at 0 it clips. */
    PEAK_DB(-1, 0, false);

    /** Sound is good from here on, over a minute and without its pauses. */
    static final double QUIET_LUFS = -18;

    /** Sound is good up to here. */
    static final double LOUD_LUFS = -14;

    /** Nobody hears what is below, at any usual volume. */
    static final double SILENT_LUFS = -60;

    /** Seconds of silence until the page says so. */
    static final int SILENT_SOUND_SECONDS = 10;

    /** Seconds of a minute that clip before it is to be fixed. */
    static final int FEWEST_CLIPPED_SECONDS = 3;

    /** Key frames closer together than this cost more than they give. */
    static final int CLOSEST_KEY_FRAMES_MILLIS = 900;

    /** The bitrate is good this near to what the encoder announced, over half a minute. */
    static final double BITRATE_NEAR = 0.15;

    /** Five seconds below this share of what was announced are worth a look. */
    static final double BITRATE_DIP = 0.5;

    /** A minute below this share of what was announced is to be fixed. */
    static final double BITRATE_LOW = 0.6;

    /** Seconds without a byte until the page says so. */
    static final int SILENT_SECONDS = 3;

    /** Seconds before anything is judged: the first ones hold the burst of an encoder's start. */
    static final int YOUNG_SECONDS = 5;

    private final double good;
    private final double look;
    private final boolean inclusive;

    Threshold(double good, double look, boolean inclusive) {
        this.good = good;
        this.look = look;
        this.inclusive = inclusive;
    }

    double look() {
        return look;
    }

    Level judge(double value) {
        if (within(value, good)) {
            return Level.GOOD;
        }
        return within(value, look) ? Level.LOOK : Level.FIX;
    }

    private boolean within(double value, double limit) {
        return value < limit || (inclusive && value == limit);
    }
}
