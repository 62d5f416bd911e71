// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The goals of {@code docs/fairness.md} in worlds small enough for every build; {@code ./tributary bench fairness} has them at
 *  full size. */
final class SimulatorTest {

    private static final int SMALL_WORLD = 600;

    /** What nobody can buy: whoever is watched most, the pages are the same to the last card. */
    @Test
    void showsTheSamePagesWhenAllViewersArePermuted() {
        var plan = Plan.peace(200).lasting(4);
        var groups = Population.of(plan);
        var viewers = new ArrayList<>(groups.stream().map(SimGroup::viewers).toList());
        Collections.shuffle(viewers, new Random(8));
        var others = groups.stream()
                .map(group -> group.withViewers(viewers.get(group.index())))
                .toList();

        assertThat(Simulation.run(plan, others, Order.fairTurn()).digest())
                .isEqualTo(Simulation.run(plan, groups, Order.fairTurn()).digest());
        assertThat(Simulation.run(plan, others, Order.popularity(others)).digest())
                .isNotEqualTo(
                        Simulation.run(plan, groups, Order.popularity(groups)).digest());
    }

    @Test
    void givesEverybodyTheirTurnInPeace() {
        var plan = new Plan(800, Plan.TWO, 7, Attack.NONE, 1);
        var fair = Simulation.run(plan, _ -> Order.fairTurn());
        var uniform = Simulation.run(plan, _ -> Order.uniform());
        var popularity = Simulation.run(plan, Order::popularity);

        assertThat(fair.pagesPerLiveGroupHour()).isBetween(0.7, 1.6);
        Goals.peace(fair);
        assertThat(fair.turnGini()).isLessThan(uniform.turnGini()).isLessThan(popularity.turnGini() / 4);
        assertThat(fair.p1Share()).isGreaterThan(uniform.p1Share()).isGreaterThan(4 * popularity.p1Share());
        assertThat(fair.landings().smallShare())
                .isGreaterThan(popularity.landings().smallShare());
    }

    @Test
    void givesFiftyGroupsOfTheSameHandsLittleMoreThanOne() {
        var outcome = Simulation.run(Plan.under(Attack.SPLIT, SMALL_WORLD).lasting(10), _ -> Order.fairTurn());

        Goals.sameHandsInTheEnd(outcome, Attack.SPLIT);
    }

    @Test
    void givesLittleToTagsThatEverybodyLooksFor() {
        var outcome = Simulation.run(Plan.under(Attack.TAG_SPAM, SMALL_WORLD).lasting(7), _ -> Order.fairTurn());

        Goals.tagSpam(outcome);
    }

    /** The pool has about 24 vouched groups live: the cap is a tenth of the weight, but a page shows nearly all. */
    @Test
    void holdsNewcomersBackEvenInASmallPool() {
        var plan = new Plan(700, Plan.FOUR, 5, Attack.NEWCOMERS, 1);
        var fair = Simulation.run(plan, _ -> Order.fairTurn());
        var uniform = Simulation.run(plan, _ -> Order.uniform());

        assertThat(fair.attackersPart("en")).isLessThan(0.6 * uniform.attackersPart("en"));
    }

    /** On pages without a language, everybody stands in the pool of their own first one. */
    @Test
    void holdsNewcomersBackWhoInventLanguages() {
        var plan = new Plan(700, Plan.FOUR, 3, Attack.INVENTED_LANGUAGES, 1, 0.5);
        var fair = Simulation.run(plan, _ -> Order.fairTurn());
        var uniform = Simulation.run(plan, _ -> Order.uniform());

        assertThat(fair.attackersPart()).isLessThan(0.6 * uniform.attackersPart());
    }

    @Test
    void givesNothingForBoughtViewers() {
        var outcome =
                Simulation.run(Plan.under(Attack.FAKE_VIEWERS, SMALL_WORLD).lasting(7), _ -> Order.fairTurn());

        assertThat(outcome.gain(Attack.FAKE_VIEWERS)).isBetween(0.8, 1.2);
    }

    @Test
    void givesLittleToWhoeverIsOnAirRoundTheClock() {
        var outcome =
                Simulation.run(Plan.under(Attack.ROUND_THE_CLOCK, SMALL_WORLD).lasting(10), _ -> Order.fairTurn());

        Goals.roundTheClock(outcome);
    }

    @Property(tries = 8)
    void nobodyIsCarriedBackOrToWhereThereIsNoRoom(@ForAll long seed) {
        var rings = new Rings(25, Lane.Split.USUAL, seed).run(500);
        assertThat(rings.carried()).isPositive();
        assertThat(rings.revisits()).isZero();
        assertThat(rings.overfull()).isZero();
    }

    @Test
    void carriesViewersOnWithinTheRoomAndNeverBack() {
        Goals.rings(new Rings(25, Lane.Split.USUAL).run(5_000), 0.90, 0.15);
    }
}
