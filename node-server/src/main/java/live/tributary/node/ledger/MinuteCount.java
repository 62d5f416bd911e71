// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Filter;

/** What was shown since the last snapshot. Any thread. */
final class MinuteCount {

    private Taken now = new Taken(new HashMap<>(), new HashMap<>());

    /**
     * What was shown in a minute.
     *
     * @param received by whom
     * @param handedOut in all, by pool and by the labels that were hidden
     */
    record Taken(Map<PoolGid, Double> received, Map<String, Map<List<String>, Double>> handedOut) {}

    /** A page was served. */
    synchronized void add(Filter filter, List<Drawn> page) {
        page.forEach(card -> {
            double worth = Exposure.at(card.position());
            now.received().merge(new PoolGid(card.pool(), card.gid()), worth, Double::sum);
            now.handedOut()
                    .computeIfAbsent(card.pool(), _ -> new HashMap<>())
                    .merge(filter.hidden(), worth, Double::sum);
        });
    }

    /** It was not written down after all. */
    synchronized void putBack(Taken taken) {
        taken.received().forEach((place, worth) -> now.received().merge(place, worth, Double::sum));
        taken.handedOut()
                .forEach((pool, byLabels) -> byLabels.forEach((labels, worth) -> now.handedOut()
                        .computeIfAbsent(pool, _ -> new HashMap<>())
                        .merge(labels, worth, Double::sum)));
    }

    /** What there was, and begins anew. */
    synchronized Taken take() {
        var taken = now;
        now = new Taken(new HashMap<>(), new HashMap<>());
        return taken;
    }
}
