// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import live.tributary.node.fairturn.Allowance;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.ledger.TurnStore.Counted;
import live.tributary.node.vouches.Reach;

/** What everybody who takes part in a draw weighs in one minute (section 4). Of one thread. */
final class Weighing {

    private final Map<Gid, Entrant> entrants;
    private final Reach reach;
    private final Map<PoolGid, Counted> turns;
    private final Map<Gid, Double> allowances = new HashMap<>();
    private final Map<String, Double> caps = new TreeMap<>();
    private final Instant now;

    /**
     * Weighs them.
     *
     * @param reach of vouches, and the hands of all who are listed, live or not
     */
    Weighing(Map<Gid, Entrant> entrants, Reach reach, SharedHours hours, Map<PoolGid, Counted> turns, Instant now) {
        this.entrants = entrants;
        this.reach = reach;
        this.turns = turns;
        this.now = now;
        entrants.keySet().forEach(gid -> {
            var all = hours.of(gid);
            allowances.put(gid, Allowance.ofHours(all.week(), all.day()));
        });
        pools().forEach(pool -> caps.put(pool, cap(pool)));
    }

    /** The newcomer cap of each pool where it is below one, in units of 2^-20. */
    Map<String, Integer> newcomerCaps() {
        return caps.entrySet().stream()
                .filter(cap -> cap.getValue() < 1)
                .collect(Collectors.toMap(Map.Entry::getKey, cap -> Math.max(1, Fixed.of(cap.getValue()))));
    }

    /** @param salt of the day, for the numbers of hands */
    List<GroupLine> lines(String salt) {
        return entrants.entrySet().stream()
                .map(entry ->
                        line(entry.getKey(), entry.getValue(), reach.hands().number(entry.getKey(), salt)))
                .toList();
    }

    private GroupLine line(Gid gid, Entrant group, int hands) {
        boolean vouched = isVouched(group);
        var pools = group.languages().stream()
                .distinct()
                .map(pool -> PoolLine.of(
                        pool,
                        allowance(gid) * (vouched ? 1 : caps.getOrDefault(pool, 1.0)),
                        turn(new PoolGid(pool, gid)).correction()))
                .toList();
        return new GroupLine(gid, hands, vouched, pools, group.tags(), group.labels());
    }

    private boolean isVouched(Entrant group) {
        return reach.vouched().contains(group.group().id());
    }

    private double allowance(Gid gid) {
        return allowances.getOrDefault(gid, 1.0);
    }

    private Turn turn(PoolGid place) {
        return now(turns, place, now);
    }

    /** Where somebody stands now. */
    static Turn now(Map<PoolGid, Counted> turns, PoolGid place, Instant now) {
        var counted = turns.get(place);
        return counted == null ? Turn.NEW : counted.turn().after(Duration.between(counted.countedAt(), now));
    }

    private Collection<String> pools() {
        return entrants.values().stream()
                .flatMap(group -> group.languages().stream())
                .distinct()
                .toList();
    }

    private double cap(String pool) {
        return Allowance.newcomerCap(sum(pool, true), sum(pool, false));
    }

    private double sum(String pool, boolean vouched) {
        return entrants.entrySet().stream()
                .filter(entry -> isVouched(entry.getValue()) == vouched)
                .filter(entry -> entry.getValue().languages().contains(pool))
                .mapToDouble(entry -> allowance(entry.getKey()))
                .sum();
    }
}
