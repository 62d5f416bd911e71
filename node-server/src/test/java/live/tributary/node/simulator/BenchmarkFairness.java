// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** All goal numbers at full size, and the figures and plots of {@code docs/fairness.md}. Some minutes. */
@Tag("benchmark")
final class BenchmarkFairness {

    private static final String FAIR_TURN = "Fair Turn";
    private static final String UNIFORM = "by chance";
    private static final String POPULARITY = "by viewers";

    private static final int LARGE = 10_000;

    /** One pool of as many groups has about 120 vouched ones live. */
    private static final int ONE_POOL = 1_700;

    private static final int DAY_MINUTES = 24 * 60;
    private static final double MOST_MILLIS = 5;
    private static final double TIMES_CHEAPER = 20;

    private static final List<Attack> ATTACKS =
            List.of(Attack.FAKE_VIEWERS, Attack.TAG_SPAM, Attack.ROUND_THE_CLOCK, Attack.SPLIT, Attack.LOOPS);

    private final FairnessPage page = new FairnessPage();

    @Test
    void reachesItsGoals() throws Exception {
        var large = all(Plan.peace(LARGE));
        var middle = Simulation.run(Plan.peace(LARGE / 2), _ -> Order.fairTurn());
        var small = all(Plan.peace(200));
        var attacks = attacks();
        var flood = all(new Plan(LARGE, Plan.FOUR, 14, Attack.NEWCOMERS, 1));

        peace("A fortnight of peace, 10,000 groups", large);
        peace("200 groups", small);
        page.sentence("5,000 groups under Fair Turn: Turn Gini %s, P1 share %s."
                .formatted(
                        FairnessPage.number("%.3f", middle.turnGini()), FairnessPage.number("%.3f", middle.p1Share())));
        attacked(attacks, flood);
        page.plot("shares.svg", Plot.shares(large));
        carried();
        cost();
        check(large, middle, small, attacks, flood);
        page.write();
    }

    private static Map<String, Outcome> all(Plan plan) {
        var orders = new LinkedHashMap<String, Function<List<SimGroup>, Order>>();
        orders.put(FAIR_TURN, _ -> Order.fairTurn());
        orders.put(UNIFORM, _ -> Order.uniform());
        orders.put(POPULARITY, Order::popularity);
        var outcomes = new LinkedHashMap<String, Outcome>();
        orders.forEach((name, order) -> outcomes.put(name, Simulation.run(plan, order)));
        return outcomes;
    }

    private static Map<Attack, Map<String, Outcome>> attacks() {
        var attacks = new EnumMap<Attack, Map<String, Outcome>>(Attack.class);
        for (Attack attack : ATTACKS) {
            attacks.put(attack, all(Plan.under(attack, ONE_POOL)));
        }
        return attacks;
    }

    private void peace(String title, Map<String, Outcome> runs) {
        page.heading(title, runs.keySet());
        page.row("Turn Gini", "%.3f", runs, Outcome::turnGini);
        page.row("Exposure Gini per live hour", "%.3f", runs, Outcome::exposureGini);
        page.row("P1 share", "%.3f", runs, Outcome::p1Share);
        page.row("least share, entitlement from 30 on", "%.2f", runs, outcome -> outcome.leastShare(30));
        page.row("least share, entitlement from 100 on", "%.2f", runs, outcome -> outcome.leastShare(100));
        page.row("groups never shown, %", "%.1f", runs, outcome -> 100 * outcome.neverShown());
        page.row("exposure of the top hundredth, %", "%.1f", runs, outcome -> 100 * outcome.topHundredth());
        page.row(
                "share of labelled groups",
                "%.2f",
                runs,
                outcome -> outcome.shareOf(group -> !group.labels().isEmpty()));
        page.row(
                "share of groups in two pools",
                "%.2f",
                runs,
                outcome -> outcome.shareOf(group -> group.languages().size() > 1));
        page.row(
                "landings on fewer than 10 viewers, %",
                "%.0f", runs, outcome -> 100 * outcome.landings().smallShare());
        page.row(
                "exposure of such streams, %",
                "%.0f", runs, outcome -> 100 * outcome.landings().smallExposure());
        page.row(
                "happiness of a session without an interest",
                "%.3f",
                runs,
                outcome -> outcome.landings().happiness(false));
        page.row(
                "happiness of a session with one",
                "%.3f",
                runs,
                outcome -> outcome.landings().happiness(true));
    }

    private void attacked(Map<Attack, Map<String, Outcome>> attacks, Map<String, Outcome> flood) {
        page.heading("Exposure of an attacker, in honest groups of 12 hours a week", flood.keySet());
        attacks.forEach((attack, runs) -> {
            page.row(attack.title + ", with the first week", "× %.2f", runs, outcome -> outcome.gain(attack));
            page.row(
                    attack.title + ", with it, no interest chosen",
                    "× %.2f",
                    runs,
                    outcome -> outcome.gainWithoutInterest(attack));
            page.row(attack.title + ", after it", "× %.2f", runs, outcome -> outcome.gainAfterFirstWeek(attack));
        });
        page.row(
                "3,000 newcomers against one of four pools: part of all exposure, %",
                "%.1f", flood, outcome -> 100 * outcome.attackersPart());
        page.row("the same: part of that pool's, %", "%.1f", flood, outcome -> 100 * outcome.attackersPart("en"));
        page.row("the same: least share of others, from 30 on", "%.2f", flood, outcome -> outcome.leastShare(30));
        page.row("the same: least share of others, from 100 on", "%.2f", flood, outcome -> outcome.leastShare(100));
    }

    /** A day of 700 streams at once, ten days of 25. */
    private void carried() {
        var many = new Rings(700, Lane.Split.USUAL).run(DAY_MINUTES);
        var closest = new Rings(700, Lane.Split.CLOSEST).run(DAY_MINUTES);
        var few = new Rings(25, Lane.Split.USUAL).run(10 * DAY_MINUTES);
        Goals.rings(many, 0.80, 0.05);
        Goals.rings(closest, 0.80, 0.06);
        Goals.rings(few, 0.90, 0.15);
        page.sentence(String.format(
                Locale.ROOT,
                "Carried on when a stream ends, 700 streams at once: %.0f %% leave the ring (%.0f %% where a ring"
                        + " keeps as many as it may), %.1f %% stay for want of a yes; 25 at once: %.0f %% and %.1f %%."
                        + " Nobody comes back to where they were, and no stream has more guests than it wanted.",
                100 * many.leaveTheRing(),
                100 * closest.leaveTheRing(),
                100 * many.leftBehind(),
                100 * few.leaveTheRing(),
                100 * few.leftBehind()));
    }

    private void cost() {
        var cost = new PageCost();
        double draw = cost.ofDraw();
        double plain = cost.ofHashingAndSorting();
        page.sentence(String.format(
                Locale.ROOT,
                "A page out of 10,000 live groups costs %.2f ms of CPU; hashing and sorting all of them %.1f ms, %.0f"
                        + " times as much.",
                draw,
                plain,
                plain / draw));
        assertThat(draw).as("ms for a page").isLessThanOrEqualTo(MOST_MILLIS);
        assertThat(plain / draw).as("times cheaper").isGreaterThanOrEqualTo(TIMES_CHEAPER);
    }

    private static void check(
            Map<String, Outcome> large,
            Outcome middle,
            Map<String, Outcome> small,
            Map<Attack, Map<String, Outcome>> attacks,
            Map<String, Outcome> flood) {
        Goals.peace(of(large, FAIR_TURN));
        Goals.topHundredth(of(large, FAIR_TURN));
        Goals.relevance(of(large, FAIR_TURN), of(large, POPULARITY));
        Goals.peace(middle);
        Goals.peace(of(small, FAIR_TURN));
        Goals.fakeViewers(of(requireNonNull(attacks.get(Attack.FAKE_VIEWERS)), FAIR_TURN));
        Goals.tagSpam(of(requireNonNull(attacks.get(Attack.TAG_SPAM)), FAIR_TURN));
        Goals.roundTheClock(of(requireNonNull(attacks.get(Attack.ROUND_THE_CLOCK)), FAIR_TURN));
        Goals.sameHands(of(requireNonNull(attacks.get(Attack.SPLIT)), FAIR_TURN), Attack.SPLIT);
        Goals.everybody(of(flood, FAIR_TURN));
        Goals.newcomers(of(flood, FAIR_TURN), "en");
    }

    private static Outcome of(Map<String, Outcome> runs, String order) {
        return requireNonNull(runs.get(order));
    }
}
