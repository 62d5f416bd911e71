// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;

/** The size of a world.
 *  @param groups how many there are, live or not
 *  @param pools their shares by language, together one
 *  @param days simulated, from an empty ledger
 *  @param attack who is added to them
 *  @param anyLanguage the part of the visitors who say no language, and see those of all */
record Plan(int groups, List<Pool> pools, int days, Attack attack, long seed, double anyLanguage) {

    /** Where all visitors say which languages they read. */
    Plan(int groups, List<Pool> pools, int days, Attack attack, long seed) {
        this(groups, pools, days, attack, seed, 0);
    }

    /** @param hoursAhead of UTC */
    record Pool(String language, double share, int hoursAhead) {}

    static final List<Pool> FOUR = List.of(
            new Pool("en", 0.46, -6), new Pool("es", 0.27, -4), new Pool("de", 0.17, 1), new Pool("ja", 0.10, 9));
    static final List<Pool> TWO = List.of(new Pool("en", 0.7, -6), new Pool("de", 0.3, 1));
    static final List<Pool> ONE = List.of(new Pool("en", 1, 0));

    /** A fortnight of peace. */
    static Plan peace(int groups) {
        return new Plan(groups, FOUR, 14, Attack.NONE, 1);
    }

    /** One pool, with about a twelfth or thirteenth of its groups live. */
    static Plan under(Attack attack, int groups) {
        return new Plan(groups, ONE, 14, attack, 1);
    }

    Plan seeded(long another) {
        return new Plan(groups, pools, days, attack, another, anyLanguage);
    }

    Plan lasting(int fewerDays) {
        return new Plan(groups, pools, fewerDays, attack, seed, anyLanguage);
    }

    int steps() {
        return days * Clock.STEPS_A_DAY;
    }
}
