// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;

import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Turn;

/**
 * Where a team stands among those to whom this node sends viewers: by what it was sent itself, nobody has to report anything.
 *
 * @param received viewers that were sent there
 * @param due its fair share of those that were sent while it was among the candidates
 */
record SentTurn(double received, double due) {

    static final SentTurn NEW = new SentTurn(0, 0);

    /** e: a raft, which keeps a beginner at 1. */
    private static final double BEGINNING = Rafts.MOST;

    private static final double LEAST_CORRECTION = 0.25;
    private static final double GREATEST_CORRECTION = 4;

    /** What is left after some time in which nothing was added. */
    SentTurn after(Duration passed) {
        double left = Math.pow(0.5, (double) passed.toMillis() / Turn.HALF_LIFE.toMillis());
        return new SentTurn(received * left, due * left);
    }

    SentTurn plus(double moreReceived, double moreDue) {
        return new SentTurn(received + moreReceived, due + moreDue);
    }

    /** F, in units of 2^-20. */
    int correction() {
        return Fixed.of(Math.clamp((due + BEGINNING) / (received + BEGINNING), LEAST_CORRECTION, GREATEST_CORRECTION));
    }
}
