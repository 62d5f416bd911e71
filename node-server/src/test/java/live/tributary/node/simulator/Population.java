// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.simulator.SimGroup.Role;

/** Makes the groups of a world. */
final class Population {

    static final String LABEL = "violence";

    private static final double LABELLED = 0.08;
    private static final double IN_TWO_POOLS = 0.10;
    private static final double NEWCOMERS = 0.05;

    /** Every fortieth group is live for twelve hours a week. */
    private static final int TWELVE_HOURS_EVERY = 40;

    private static final double VIEWERS_MEDIAN = 0.72;
    private static final double VIEWERS_SPREAD = 1.4;
    private static final double VIEWERS_BY_QUALITY = 0.7;
    private static final double BOUGHT_VIEWERS = 1e6;

    private final Plan plan;
    private final Random random;
    private final Schedules schedules;
    private final List<SimGroup> groups = new ArrayList<>();

    private Population(Plan plan) {
        this.plan = plan;
        random = new Random(plan.seed());
        schedules = new Schedules(plan, random);
    }

    static List<SimGroup> of(Plan plan) {
        var population = new Population(plan);
        for (int i = 0; i < plan.groups(); i++) {
            population.honest(i);
        }
        for (int i = 0; i < plan.attack().groups(plan.groups()); i++) {
            population.attacker();
        }
        return List.copyOf(population.groups);
    }

    private void honest(int number) {
        var pool = pool();
        boolean isTwelve = number % TWELVE_HOURS_EVERY == 0;
        var live = isTwelve ? schedules.twelveHours(pool) : schedules.any(pool);
        boolean isNewcomer = !isTwelve && random.nextDouble() < NEWCOMERS;
        var labels = !isTwelve && random.nextDouble() < LABELLED ? List.of(LABEL) : List.<String>of();
        add(
                isTwelve ? Role.TWELVE_HOURS : Role.HONEST,
                groups.size(),
                !isNewcomer,
                languages(pool),
                tags(),
                labels,
                live);
    }

    private void attacker() {
        var pool = plan.pools().getFirst();
        var languages = List.of(pool.language());
        int own = groups.size();
        switch (plan.attack()) {
            case NONE -> {}
            case FAKE_VIEWERS -> {
                add(Role.ATTACKER, own, true, languages, tags(), List.of(), schedules.twelveHours(pool));
                groups.add(groups.removeLast().withViewers(BOUGHT_VIEWERS));
            }
            case TAG_SPAM ->
                add(Role.ATTACKER, own, true, languages, Tags.first(5), List.of(), schedules.twelveHours(pool));
            case ROUND_THE_CLOCK -> add(Role.ATTACKER, own, true, languages, tags(), List.of(), schedules.always());
            case SPLIT ->
                add(Role.ATTACKER, plan.groups(), true, languages, tags(), List.of(), schedules.twelveHours(pool));
            case LOOPS -> add(Role.ATTACKER, plan.groups(), true, languages, tags(), List.of(), schedules.always());
            case NEWCOMERS -> add(Role.ATTACKER, own, false, languages, tags(), List.of(), schedules.any(pool));
            case INVENTED_LANGUAGES ->
                add(Role.ATTACKER, own, false, List.of("x-" + own), tags(), List.of(), schedules.any(pool));
        }
    }

    private void add(
            Role role,
            int hands,
            boolean vouched,
            List<String> languages,
            List<String> tags,
            List<String> labels,
            BitSet live) {
        double good = random.nextGaussian();
        double luck = random.nextGaussian();
        double viewers = VIEWERS_MEDIAN
                * Math.exp(VIEWERS_SPREAD
                        * (VIEWERS_BY_QUALITY * good + Math.sqrt(1 - VIEWERS_BY_QUALITY * VIEWERS_BY_QUALITY) * luck));
        int index = groups.size();
        var gid = Gid.of(URI.create("https://group-%d.example/".formatted(index)));
        groups.add(
                new SimGroup(index, gid, role, hands, vouched, languages, tags, labels, live, normal(good), viewers));
    }

    private Plan.Pool pool() {
        double at = random.nextDouble();
        for (Plan.Pool pool : plan.pools()) {
            at -= pool.share();
            if (at < 0) {
                return pool;
            }
        }
        return plan.pools().getLast();
    }

    private List<String> languages(Plan.Pool pool) {
        var second = pool();
        boolean isInTwo = random.nextDouble() < IN_TWO_POOLS / 0.7 && !second.equals(pool);
        return isInTwo ? List.of(pool.language(), second.language()) : List.of(pool.language());
    }

    /** One to five, mostly two or three. */
    private List<String> tags() {
        return Tags.some(1 + random.nextInt(3) + random.nextInt(3), random);
    }

    /** The share of a normal distribution below a value, near enough (by the logistic curve). */
    private static double normal(double value) {
        return 1 / (1 + Math.exp(-1.702 * value));
    }
}
