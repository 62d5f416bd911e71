// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.ArrayList;
import java.util.List;

/** Why a card is where it is, in words for programs (section 7). */
final class Reasons {

    static final String NEWCOMER_CAP = "newcomer-cap";
    static final String ALLOWANCE = "allowance";
    static final String LANGUAGE = "lang:";
    static final String TAG = "tag:";
    static final String BEHIND = "turn:behind";
    static final String EVEN = "turn:even";
    static final String AHEAD = "turn:ahead";

    private Reasons() {}

    static List<String> of(GroupLine line, PoolLine pool, List<String> shared, int newcomerCap) {
        var reasons = new ArrayList<String>();
        reasons.add(LANGUAGE + pool.language());
        shared.forEach(tag -> reasons.add(TAG + tag));
        reasons.add(turn(pool.correction()));
        int capped = line.vouched() ? Fixed.ONE : newcomerCap;
        if (capped < Fixed.ONE) {
            reasons.add(NEWCOMER_CAP);
        }
        // Rounded apart from the cap, an allowance of one may come out a unit below it.
        if (pool.allowance() < capped - 1) {
            reasons.add(ALLOWANCE);
        }
        return List.copyOf(reasons);
    }

    /** Behind above 1.1, ahead below 0.9, compared in integers. */
    private static String turn(int f) {
        if (10L * f > 11L * Fixed.ONE) {
            return BEHIND;
        }
        return 10L * f < 9L * Fixed.ONE ? AHEAD : EVEN;
    }
}
