// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import live.tributary.node.fairturn.Evenness;
import live.tributary.node.ledger.TurnStore.DayLine;

/**
 * How evenly a pool was shared out on a day. In thousandths, rounded half up: whoever adds up the published lines gets the same.
 *
 * @param pool language, BCP 47
 * @param groups how many count: those that were on air for two hours
 * @param turnGini of what they got against what was due
 * @param exposureGini of what they got for each hour on air
 * @param p1Share the part of what was due that one in a hundred stays below
 * @param leastShare the least part
 */
public record DayFigures(String pool, int groups, int turnGini, int exposureGini, int p1Share, int leastShare) {

    private static final double MINUTES_PER_HOUR = 60;
    private static final int DIGITS = 3;

    /** Of each pool in which somebody counts, in the order of their names. */
    static List<DayFigures> of(List<DayLine> lines) {
        Map<String, List<DayLine>> pools =
                lines.stream().collect(Collectors.groupingBy(DayLine::pool, TreeMap::new, Collectors.toList()));
        return pools.entrySet().stream()
                .map(pool -> Map.entry(pool.getKey(), evenness(pool.getValue())))
                .filter(pool -> pool.getValue().groups() > 0)
                .map(pool -> of(pool.getKey(), pool.getValue()))
                .toList();
    }

    private static Evenness evenness(List<DayLine> lines) {
        return Evenness.of(lines.stream()
                .map(line -> new Evenness.Share(line.minutes() / MINUTES_PER_HOUR, line.turn()))
                .toList());
    }

    private static DayFigures of(String pool, Evenness evenness) {
        return new DayFigures(
                pool,
                evenness.groups(),
                thousandths(evenness.turnGini()),
                thousandths(evenness.exposureGini()),
                thousandths(evenness.p1Share()),
                thousandths(evenness.leastShare()));
    }

    /** Where nobody got anything, nothing is uneven. */
    private static int thousandths(double value) {
        return Double.isNaN(value)
                ? 0
                : BigDecimal.valueOf(value)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .movePointRight(DIGITS)
                        .intValueExact();
    }
}
