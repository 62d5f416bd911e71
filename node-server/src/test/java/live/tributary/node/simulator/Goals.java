// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The goal numbers of the specification. */
final class Goals {

    private Goals() {}

    static void peace(Outcome outcome) {
        assertThat(outcome.turnGini()).as("Turn Gini").isLessThanOrEqualTo(0.08);
        assertThat(outcome.p1Share()).as("P1 share").isGreaterThanOrEqualTo(0.70);
        assertThat(outcome.neverShown()).as("never shown").isZero();
        everybody(outcome);
        assertThat(outcome.shareOf(group -> !group.labels().isEmpty()))
                .as("share of labelled groups")
                .isGreaterThanOrEqualTo(0.93);
        assertThat(outcome.shareOf(group -> group.languages().size() > 1))
                .as("share of groups in two pools")
                .isGreaterThanOrEqualTo(0.93);
        assertThat(outcome.landings().smallExposure() - outcome.landings().smallShare())
                .as("landing on small streams, beside their exposure")
                .isBetween(-0.03, 0.03);
    }

    /** Also under attack. Below an entitlement of 30, about 80 cards, luck decides. */
    static void everybody(Outcome outcome) {
        assertThat(outcome.leastShare(30)).as("least share from 30 on").isGreaterThanOrEqualTo(0.50);
        assertThat(outcome.leastShare(100)).as("least share from 100 on").isGreaterThanOrEqualTo(0.65);
    }

    static void topHundredth(Outcome outcome) {
        assertThat(outcome.topHundredth()).as("exposure of the top hundredth").isLessThanOrEqualTo(0.07);
    }

    static void relevance(Outcome fair, Outcome popularity) {
        double kept = fair.landings().happiness(true) / popularity.landings().happiness(true);
        assertThat(1 - kept).as("relevance loss with an interest").isLessThanOrEqualTo(0.10);
    }

    static void fakeViewers(Outcome outcome) {
        assertThat(outcome.gain(Attack.FAKE_VIEWERS)).as("gain by fake viewers").isBetween(0.9, 1.1);
    }

    static void tagSpam(Outcome outcome) {
        assertThat(outcome.gain(Attack.TAG_SPAM)).as("gain by tag spam").isLessThanOrEqualTo(2);
    }

    static void roundTheClock(Outcome outcome) {
        var attack = Attack.ROUND_THE_CLOCK;
        assertThat(outcome.gain(attack)).as("gain with the first week").isLessThanOrEqualTo(8);
        assertThat(outcome.gainAfterFirstWeek(attack))
                .as("gain after the first week")
                .isLessThanOrEqualTo(6);
    }

    /** Where an interest is chosen, who shares it comes before the others whatever it weighs: there the weight decides only
     *  once a page is full of them. */
    static void sameHands(Outcome outcome, Attack attack) {
        assertThat(outcome.gainWithoutInterest(attack))
                .as("gain with the first week")
                .isLessThanOrEqualTo(8);
        sameHandsInTheEnd(outcome, attack);
    }

    static void sameHandsInTheEnd(Outcome outcome, Attack attack) {
        assertThat(outcome.gainWithoutInterestAfterFirstWeek(attack))
                .as("gain after the first week")
                .isLessThanOrEqualTo(6);
    }

    static void newcomers(Outcome outcome, String pool) {
        assertThat(outcome.attackersPart()).as("newcomers' part of all").isLessThanOrEqualTo(0.10);
        assertThat(outcome.attackersPart(pool))
                .as("newcomers' part of their pool")
                .isLessThanOrEqualTo(0.17);
    }

    /** Of viewers who are carried on when a stream ends. */
    static void rings(Rings rings, double mostLeaving, double mostLeftBehind) {
        assertThat(rings.carried()).as("carried").isGreaterThan(500);
        assertThat(rings.revisits()).as("carried to where they were before").isZero();
        assertThat(rings.overfull()).as("carried to where there was no room").isZero();
        assertThat(rings.leaveTheRing()).as("part that leaves the ring").isBetween(0.35, mostLeaving);
        assertThat(rings.leftBehind()).as("left behind for want of a yes").isLessThanOrEqualTo(mostLeftBehind);
    }
}
