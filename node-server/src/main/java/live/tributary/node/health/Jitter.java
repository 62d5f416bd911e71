// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/**
 * The interarrival jitter of RFC 3550, 6.4.1: how unevenly frames come, measured against their own decode times.
 */
final class Jitter {

    private static final double GAIN = 1.0 / 16;

    private double millis;
    private double lastTransit;
    private boolean started;

    void arrived(double arrivalMillis, long decodeMillis) {
        double transit = arrivalMillis - decodeMillis;
        if (started) {
            millis += (Math.abs(transit - lastTransit) - millis) * GAIN;
        }
        lastTransit = transit;
        started = true;
    }

    /** Timestamps jumped: the next frame has nothing to be compared with. */
    void restart() {
        started = false;
    }

    double millis() {
        return millis;
    }
}
