// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.time.Duration;

import live.tributary.transcoder.ffmpeg.EncoderOptions.Patience;

/**
 * Judges whether a child cannot keep up. One slow moment is none of it: bad time is counted up to a patience, good time
 * takes half as much off. One thread.
 */
final class FallingBehind {

    /** A child that makes so much more than comes in is catching up, as each does when it begins. */
    private static final double CATCHING_UP = 1.1;

    /** What skipping a whole queue counts as: the lag it would have grown to is not seen any more. */
    private static final Duration SKIP = Duration.ofMillis(1500);

    private final Patience patience;
    private long badNanos;
    private int skips;

    FallingBehind(Patience patience) {
        this.patience = patience;
    }

    /**
     * Looks again.
     *
     * @param speed seconds of media in a second, 0 when not known
     * @param skips how often the queue was skipped since the run began
     * @param since the last look
     * @return whether the patience is at its end; it begins anew then
     */
    boolean judge(Duration lag, double speed, int skips, Duration since) {
        boolean bad = lag.compareTo(patience.lag()) > 0 && speed < CATCHING_UP;
        badNanos += bad ? since.toNanos() : -since.toNanos() / 2;
        badNanos += (skips - this.skips) * SKIP.toNanos();
        badNanos = Math.max(0, badNanos);
        this.skips = skips;
        boolean lost = badNanos >= patience.behind().toNanos();
        if (lost) {
            badNanos = 0;
        }
        return lost;
    }
}
