// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.time.Duration;

/** Where a group stands in one pool (section 3). What is long ago counts less: both numbers halve in {@link #HALF_LIFE}.
 *  @param received E: the exposure that its cards were given
 *  @param due D: its fair share of the exposure that was handed out while it was live */
public record Turn(double received, double due) {

    public static final Duration HALF_LIFE = Duration.ofDays(7);

    /** Of a group that has never been live. */
    public static final Turn NEW = new Turn(0, 0);

    private static final double LEAST_CORRECTION = 0.25;
    private static final double GREATEST_CORRECTION = 4;

    /** e: about two pages, which keep a beginner at 1. */
    private static final double BEGINNING = 2 * Exposure.ofPage();

    public Turn plusReceived(double exposure) {
        return new Turn(received + exposure, due);
    }

    public Turn plusDue(double exposure) {
        return new Turn(received, due + exposure);
    }

    /** What is left after some time in which nothing was added. */
    public Turn after(Duration passed) {
        double left = Math.pow(0.5, (double) passed.toMillis() / HALF_LIFE.toMillis());
        return new Turn(received * left, due * left);
    }

    /** F (section 4): above 1 for who had less than was due. */
    public double correction() {
        return Math.clamp((due + BEGINNING) / (received + BEGINNING), LEAST_CORRECTION, GREATEST_CORRECTION);
    }
}
