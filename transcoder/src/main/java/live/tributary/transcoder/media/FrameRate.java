// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * Frames per second as a fraction, so that 30,000/1001 stays what it is.
 *
 * @param frames that many frames, 0 when the rate is unknown
 * @param seconds in that many seconds
 */
public record FrameRate(long frames, long seconds) {

    /** Nobody said, and nothing was measured. */
    public static final FrameRate UNKNOWN = new FrameRate(0, 1);

    /** Beyond this it is a mistake of the encoder (a time base written as a rate). */
    private static final int HIGHEST = 300;

    /** Rates are written with two or three digits; 30 and 29.97 lie ten times as far apart. */
    private static final double CLOSE = 0.0001;

    public FrameRate {
        if (frames < 0 || seconds <= 0) {
            throw new IllegalArgumentException("%d frames in %d seconds".formatted(frames, seconds));
        }
    }

    /** The rate that such a number means: 29.97 is 30,000/1001. Unknown when it is none. */
    public static FrameRate of(double perSecond) {
        if (!(perSecond >= 1 && perSecond <= HIGHEST)) {
            return UNKNOWN;
        }
        long whole = Math.round(perSecond);
        if (Math.abs(perSecond - whole) < whole * CLOSE) {
            return new FrameRate(whole, 1);
        }
        long ntsc = Math.round(perSecond * 1.001);
        if (Math.abs(perSecond * 1.001 - ntsc) < ntsc * CLOSE) {
            return new FrameRate(ntsc * 1000, 1001);
        }
        return new FrameRate(Math.round(perSecond * 1000), 1000);
    }

    public boolean known() {
        return frames > 0;
    }

    public double perSecond() {
        return (double) frames / seconds;
    }

    /** When frame {@code n} begins on a clock of {@code perSecond} ticks, frame 0 being at 0; rounded to the nearest. */
    public long ticksOf(long n, int perSecond) {
        return Math.floorDiv(2 * n * perSecond * seconds + frames, 2 * frames);
    }
}
