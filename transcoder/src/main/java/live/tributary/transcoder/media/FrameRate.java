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

    public FrameRate {
        if (frames < 0 || seconds <= 0) {
            throw new IllegalArgumentException("%d frames in %d seconds".formatted(frames, seconds));
        }
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
