// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** Numbers in units of 2^-20, as snapshots state them: a draw knows no others (section 5). */
public final class Fixed {

    /** The number one. */
    public static final int ONE = 1 << 20;

    private Fixed() {}

    /** Rounds half up. */
    public static int of(double number) {
        return Math.toIntExact((long) Math.floor(number * ONE + 0.5));
    }

    public static double toDouble(int units) {
        return (double) units / ONE;
    }
}
