// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

/** A group in one pool, over the whole run: sums that nothing is taken from. */
final class Account {

    private final double[][] received = new double[2][2];
    private double due;

    void receive(double exposure, int step, boolean withInterest) {
        received[step < Clock.STEPS_A_WEEK ? 0 : 1][withInterest ? 1 : 0] += exposure;
    }

    void earn(double exposure) {
        due += exposure;
    }

    double received() {
        return received(true) + received(false);
    }

    double received(boolean withInterest) {
        int kind = withInterest ? 1 : 0;
        return received[0][kind] + received[1][kind];
    }

    double receivedAfterFirstWeek() {
        return received[1][0] + received[1][1];
    }

    double receivedAfterFirstWeek(boolean withInterest) {
        return received[1][withInterest ? 1 : 0];
    }

    double due() {
        return due;
    }
}
