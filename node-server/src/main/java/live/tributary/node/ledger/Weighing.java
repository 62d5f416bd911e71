// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.fairturn.Allowance;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.NewcomerCaps;
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
    private final NewcomerCaps caps;
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
        caps = NewcomerCaps.of(entrants.entrySet().stream()
                .map(entry -> new NewcomerCaps.Member(
                        isVouched(entry.getValue()), entry.getValue().languages(), allowance(entry.getKey())))
                .toList());
    }

    /** The newcomer cap of each pool where it is below one, in units of 2^-20. */
    Map<String, Integer> newcomerCaps() {
        return caps.inForce();
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
                        allowance(gid) * caps.of(vouched, pool),
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
}
