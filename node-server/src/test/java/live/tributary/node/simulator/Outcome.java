// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import live.tributary.node.fairturn.Evenness;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.simulator.SimGroup.Role;

/** What came of a run: the figures of section 9 of {@code docs/fairness.md}.
 *  @param digest of all pages in their order: equal for runs that showed the same */
record Outcome(
        List<SimGroup> groups,
        SimLedger ledger,
        Landings landings,
        Map<Plan.Pool, Double> liveOnAverage,
        long pages,
        long digest) {

    private static final double FEW_HOURS = 2;

    double turnGini() {
        return evenness().turnGini();
    }

    double exposureGini() {
        return evenness().exposureGini();
    }

    /** The value that one in a hundred groups falls below. */
    double p1Share() {
        return evenness().p1Share();
    }

    private Evenness evenness() {
        return Evenness.of(groups.stream()
                .map(group -> new Evenness.Share(group.liveHours(), new Turn(received(group), due(group))))
                .toList());
    }

    /** The least share of a group whose entitlement reached so much. */
    double leastShare(double entitlement) {
        return counted()
                .filter(group -> due(group) >= entitlement)
                .mapToDouble(this::share)
                .min()
                .orElse(Double.NaN);
    }

    double neverShown() {
        return (double) counted().filter(group -> received(group) == 0).count()
                / counted().count();
    }

    /** How much of all exposure goes to the hundredth of the groups that has most. */
    double topHundredth() {
        var all = groups.stream().mapToDouble(this::received).sorted().toArray();
        double top = 0;
        for (int i = all.length - all.length / 100; i < all.length; i++) {
            top += all[i];
        }
        return top / sum(group -> true, this::received);
    }

    /** E by D of those groups together. */
    double shareOf(Predicate<SimGroup> which) {
        return sum(which, this::received) / sum(which, this::due);
    }

    /** The part of all exposure that an attacker gets. */
    double attackersPart() {
        return sum(group -> group.role() == Role.ATTACKER, this::received) / sum(group -> true, this::received);
    }

    /** The same within one pool. */
    double attackersPart(String language) {
        ToDoubleFunction<SimGroup> received = group -> group.languages().contains(language)
                ? ledger.account(group, language).received()
                : 0;
        return sum(group -> group.role() == Role.ATTACKER, received) / sum(group -> true, received);
    }

    /** How much more an attacker gets than an honest group of twelve hours a week. */
    double gain(Attack attack) {
        return gain(attack, this::received);
    }

    double gainAfterFirstWeek(Attack attack) {
        return gain(attack, group -> inAllPools(group, Account::receivedAfterFirstWeek));
    }

    /** On the pages of visitors who chose no interest. */
    double gainWithoutInterest(Attack attack) {
        return gain(attack, group -> inAllPools(group, account -> account.received(false)));
    }

    double gainWithoutInterestAfterFirstWeek(Attack attack) {
        return gain(attack, group -> inAllPools(group, account -> account.receivedAfterFirstWeek(false)));
    }

    private double gain(Attack attack, ToDoubleFunction<SimGroup> received) {
        double attacker = sum(group -> group.role() == Role.ATTACKER, received);
        double each = attack.isOfManyHands() ? attacker / attack.groups : attacker;
        long honest = groups.stream()
                .filter(group -> group.role() == Role.TWELVE_HOURS)
                .count();
        return each * honest / sum(group -> group.role() == Role.TWELVE_HOURS, received);
    }

    double pagesPerLiveGroupHour() {
        return pages / groups.stream().mapToDouble(SimGroup::liveHours).sum();
    }

    double share(SimGroup group) {
        return received(group) / due(group);
    }

    double received(SimGroup group) {
        return inAllPools(group, Account::received);
    }

    double due(SimGroup group) {
        return inAllPools(group, Account::due);
    }

    /** Groups that were live for two hours, and while somebody came. */
    Stream<SimGroup> counted() {
        return groups.stream().filter(group -> group.liveHours() >= FEW_HOURS && due(group) > 0);
    }

    private double sum(Predicate<SimGroup> which, ToDoubleFunction<SimGroup> value) {
        return groups.stream().filter(which).mapToDouble(value).sum();
    }

    private double inAllPools(SimGroup group, ToDoubleFunction<Account> value) {
        return group.languages().stream()
                .mapToDouble(language -> value.applyAsDouble(ledger.account(group, language)))
                .sum();
    }
}
