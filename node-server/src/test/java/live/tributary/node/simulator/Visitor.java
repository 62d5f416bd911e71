// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;
import java.util.Random;

import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Filter.Search;

/** Somebody who asks for one page.
 *  @param tastes the tags that they like, whether they say so or not
 *  @param filter what they say */
record Visitor(List<String> tastes, Filter filter) {

    private static final double TAP_AN_INTEREST = 0.5;
    private static final double HIDE_LABELS = 0.85;
    private static final double READ_TWO_LANGUAGES = 0.25;

    /** What being about the right thing counts for, beside being good. */
    private static final double WEIGHT_OF_TASTE = 0.7;

    /** Clicks on cards that are about something else. */
    private static final double CURIOSITY = 0.3;

    static Visitor of(Plan plan, Plan.Pool pool, Random random) {
        var tastes = Tags.some(1 + random.nextInt(3), random);
        var interest = random.nextDouble() < TAP_AN_INTEREST ? tastes : List.<String>of();
        var hidden = random.nextDouble() < HIDE_LABELS ? List.of(Population.LABEL) : List.<String>of();
        if (plan.anyLanguage() > 0 && random.nextDouble() < plan.anyLanguage()) {
            return new Visitor(tastes, new Filter(List.of(), interest, hidden, new Search.Everybody()));
        }
        var second = plan.pools().get(random.nextInt(plan.pools().size())).language();
        var languages =
                random.nextDouble() < READ_TWO_LANGUAGES ? List.of(pool.language(), second) : List.of(pool.language());
        return new Visitor(tastes, new Filter(languages, interest, hidden, new Search.Everybody()));
    }

    boolean hasInterest() {
        return !filter.interest().isEmpty();
    }

    /** How happy they will be with a stream, from 0 to 1. */
    double happiness(SimGroup group) {
        return WEIGHT_OF_TASTE * Tags.match(tastes, group.tags()) + (1 - WEIGHT_OF_TASTE) * group.quality();
    }

    /** How likely they click on a card rather than on others of the same place: they see the tags, but not how good it is. */
    double liking(SimGroup group) {
        return CURIOSITY + Tags.match(tastes, group.tags());
    }
}
