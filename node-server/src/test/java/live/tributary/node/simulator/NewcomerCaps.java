// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import live.tributary.node.fairturn.Allowance;
import live.tributary.node.fairturn.Fixed;

/** N (section 4) of each pool in which somebody is live for whom nobody vouches.
 *  @param byPool not rounded yet */
record NewcomerCaps(Map<String, Double> byPool) {

    static NewcomerCaps of(List<Weighed> live) {
        var vouched = sums(live, Weighed::vouched);
        var caps = new HashMap<String, Double>();
        sums(live, group -> !group.vouched())
                .forEach((pool, unvouched) ->
                        caps.put(pool, Allowance.newcomerCap(vouched.getOrDefault(pool, 0.0), unvouched)));
        return new NewcomerCaps(caps);
    }

    private static Map<String, Double> sums(List<Weighed> live, Predicate<Weighed> counted) {
        var sums = new HashMap<String, Double>();
        live.stream()
                .filter(counted)
                .forEach(group -> group.languages().forEach(pool -> sums.merge(pool, group.allowance(), Double::sum)));
        return sums;
    }

    double of(Weighed group, String pool) {
        return group.vouched() ? 1 : byPool.getOrDefault(pool, 1.0);
    }

    /** As a snapshot states them. */
    Map<String, Integer> inForce() {
        var caps = new HashMap<String, Integer>();
        byPool.forEach((pool, cap) -> {
            if (cap < 1) {
                caps.put(pool, Fixed.of(cap));
            }
        });
        return caps;
    }
}
