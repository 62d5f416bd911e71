// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

/** How fast an encoder of this node works, in media seconds a second. */
public final class EncoderSpeed {

    private static final double GOOD = 1.2;
    private static final double REAL_TIME = 1.0;

    private EncoderSpeed() {}

    /** What this speed is worth.
     *  @param speed 0 where nothing is encoded, or it is not measured yet */
    public static Level judge(double speed) {
        if (speed <= 0) {
            return Level.UNKNOWN;
        }
        if (speed >= GOOD) {
            return Level.GOOD;
        }
        return speed >= REAL_TIME ? Level.LOOK : Level.FIX;
    }
}
