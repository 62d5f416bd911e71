// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** A (section 4): how much of a full place a live group may claim. All groups of the same hands share one allowance. */
public final class Allowance {

    /** Live hours of the same hands in seven days that count in full. */
    public static final double HOURS_A_WEEK = 40;

    /** Live hours of the same hands in a day that count in full. */
    public static final double HOURS_A_DAY = 10;

    /** Full places of vouched groups in a pool from which on newcomers are held at a tenth of the weight. */
    public static final double GROWN = 24;

    private Allowance() {}

    /** Before the newcomer cap. Beyond the full hours it falls so that the total stays that of the full hours.
     *  @param week live hours of all groups of the hands in the last seven days (H7)
     *  @param day the same in the last 24 hours (H24) */
    public static double ofHours(double week, double day) {
        return Math.min(1, Math.min(HOURS_A_WEEK / Math.max(1, week), HOURS_A_DAY / Math.max(1, day)));
    }

    /** N: what the allowance of unvouched groups in a pool is multiplied by; that of vouched ones is left alone.
     *  @param vouched V: the sum of the allowances, before the cap, of the pool's live vouched groups
     *  @param unvouched U: the same of its unvouched groups */
    public static double newcomerCap(double vouched, double unvouched) {
        double room = vouched / 9 + Math.max(0, GROWN - vouched) / 2;
        return unvouched <= room ? 1 : room / unvouched;
    }
}
