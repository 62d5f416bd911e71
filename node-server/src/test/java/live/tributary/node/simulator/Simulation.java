// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import live.tributary.node.fairturn.Seed;
import live.tributary.node.fairturn.Snapshot;

import static java.util.Objects.requireNonNull;

/** A directory over some days: each five minutes a snapshot, visitors who get a page each, and the books. */
final class Simulation {

    /** Pages to a live hour of a group, over the day. */
    private static final double PAGES = 1.1;

    /** Visitors keep to their beds a little less than streamers do. */
    private static final double PAGES_AT_NIGHT = 0.45;

    private final Plan plan;
    private final List<SimGroup> groups;
    private final Order order;
    private final Random random;
    private final SimLedger ledger;
    private final Map<Plan.Pool, Double> liveOnAverage = new HashMap<>();
    private final Landings landings = new Landings();
    private long pages;
    private long digest;

    private Simulation(Plan plan, List<SimGroup> groups, Order order) {
        this.plan = plan;
        this.groups = groups;
        this.order = order;
        random = new Random(plan.seed() + 1);
        ledger = new SimLedger(groups);
        plan.pools().forEach(pool -> liveOnAverage.put(pool, liveOnAverage(pool)));
    }

    static Outcome run(Plan plan, Function<List<SimGroup>, Order> order) {
        var groups = Population.of(plan);
        return run(plan, groups, order.apply(groups));
    }

    static Outcome run(Plan plan, List<SimGroup> groups, Order order) {
        return new Simulation(plan, groups, order).run();
    }

    private Outcome run() {
        for (int step = 0; step < plan.steps(); step++) {
            var snapshot = ledger.snapshot(step);
            for (Plan.Pool pool : plan.pools()) {
                int visitors = visitors(pool, step);
                for (int i = 0; i < visitors; i++) {
                    serve(Visitor.of(plan, pool, random), snapshot, step);
                }
            }
        }
        ledger.snapshot(plan.steps());
        return new Outcome(groups, ledger, landings, liveOnAverage, pages, digest);
    }

    private void serve(Visitor visitor, Snapshot snapshot, int step) {
        var page = new ArrayList<SimGroup>();
        for (Order.Card card : order.page(snapshot, visitor.filter(), new Seed(random.nextLong()))) {
            var group = ledger.group(card.gid());
            page.add(group);
            ledger.serve(visitor, group, card.pool(), page.size(), step);
            digest = 31 * digest + card.gid().bits();
        }
        landings.add(visitor, page);
        pages++;
    }

    /** So many come in a step: the fraction that is left over is one more with that chance. */
    private int visitors(Plan.Pool pool, int step) {
        double ofTheDay = PAGES_AT_NIGHT + 2 * (1 - PAGES_AT_NIGHT) * Clock.evening(Clock.localHour(step, pool));
        double expected = PAGES * requireNonNull(liveOnAverage.get(pool)) * ofTheDay / Clock.STEPS_AN_HOUR;
        return (int) Math.floor(expected + random.nextDouble());
    }

    private double liveOnAverage(Plan.Pool pool) {
        double steps = groups.stream()
                .filter(group -> group.languages().getFirst().equals(pool.language()))
                .mapToDouble(group -> group.live().cardinality())
                .sum();
        return steps / plan.steps();
    }
}
