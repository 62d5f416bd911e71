// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/**
 * Whether a frame came later than its decode time allows: more than {@value #LATE_MILLIS} ms behind the fastest frame
 * of the last half minute. Only the recent past counts, because the clocks of encoders and nodes drift apart.
 */
final class Lateness {

    static final long LATE_MILLIS = 500;
    private static final long SPAN_MILLIS = 30_000;

    private double fastestBefore = Double.MAX_VALUE;
    private double fastest = Double.MAX_VALUE;
    private double spanBegan;

    boolean isLate(double arrivalMillis, long decodeMillis) {
        if (arrivalMillis - spanBegan >= SPAN_MILLIS) {
            fastestBefore = fastest;
            fastest = Double.MAX_VALUE;
            spanBegan = arrivalMillis;
        }
        double transit = arrivalMillis - decodeMillis;
        fastest = Math.min(fastest, transit);
        return transit - Math.min(fastest, fastestBefore) > LATE_MILLIS;
    }

    /** Timestamps jumped: what was fast before says nothing now. */
    void restart() {
        fastest = Double.MAX_VALUE;
        fastestBefore = Double.MAX_VALUE;
    }
}
