// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.fairturn.Snapshot;

import static java.util.Objects.requireNonNull;

/** How a directory sorts a page. With an interest each shows first who shares a tag. */
@FunctionalInterface
interface Order {

    List<Card> page(Snapshot snapshot, Filter filter, Seed seed);

    /** A group in the pool where it was shown. */
    record Card(Gid gid, String pool) {}

    static Order fairTurn() {
        return (snapshot, filter, seed) -> new Draw(snapshot, filter, seed)
                .page(1).stream()
                        .map(drawn -> new Card(drawn.gid(), drawn.pool()))
                        .toList();
    }

    /** As everybody else does it. */
    static Order popularity(List<SimGroup> groups) {
        var viewers = new HashMap<Gid, Double>();
        groups.forEach(group -> viewers.put(group.gid(), group.viewers()));
        return (snapshot, filter, _) -> sorted(snapshot, filter, line -> -requireNonNull(viewers.get(line.gid())));
    }

    static Order uniform() {
        return (snapshot, filter, seed) -> {
            var random = new SplittableRandom(seed.bits());
            return sorted(snapshot, filter, _ -> random.nextDouble());
        };
    }

    private static List<Card> sorted(Snapshot snapshot, Filter filter, ToDoubleFunction<GroupLine> place) {
        return snapshot.lines().stream()
                .filter(filter::lets)
                .map(line -> Map.entry(tier(line, filter) + place.applyAsDouble(line), line))
                .sorted(Comparator.comparingDouble(Map.Entry::getKey))
                .limit(Draw.PAGE)
                .map(Map.Entry::getValue)
                .map(line ->
                        new Card(line.gid(), line.poolFor(filter.languages()).language()))
                .toList();
    }

    private static double tier(GroupLine line, Filter filter) {
        boolean isFirst = filter.interest().isEmpty() || line.tags().stream().anyMatch(filter.interest()::contains);
        return isFirst ? 0 : 1e9;
    }
}
