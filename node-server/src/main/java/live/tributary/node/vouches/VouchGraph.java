// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Gid;

/**
 * Follows vouches from those whom the owner named (section 2). A circle without one of these is nothing, and who is taken off
 * takes along whoever has no other. Of one thread.
 */
final class VouchGraph {

    /** So many vouchers of different hands say that a newcomer is no neighbour of its neighbours. */
    private static final int ENOUGH_TO_STAND_ALONE = 2;

    private final Map<URI, ListedGroup> groups;
    private final Map<URI, Set<AddressBlock>> blocks;
    private final Map<URI, List<URI>> vouches;

    /** As if nobody vouched for anybody: who shares a machine may vouch for itself. */
    private final Hands strict;

    /**
     * A graph.
     *
     * @param blocks from which those play who are live
     * @param vouches that count, of anybody
     */
    VouchGraph(Collection<ListedGroup> listed, Map<URI, Set<AddressBlock>> blocks, Collection<Vouch> vouches) {
        this.groups = listed.stream().collect(Collectors.toMap(ListedGroup::id, Function.identity()));
        this.blocks = blocks;
        this.vouches = vouches.stream()
                .filter(vouch -> groups.containsKey(vouch.voucher()) && groups.containsKey(vouch.vouched()))
                .collect(
                        Collectors.groupingBy(Vouch::voucher, Collectors.mapping(Vouch::vouched, Collectors.toList())));
        this.strict = hands(group -> !group.admitted());
    }

    Reach reach() {
        var vouched = vouched();
        var alone = standingAlone();
        var hands = hands(group -> !vouched.contains(group.id()) && !alone.contains(group.id()));
        return new Reach(vouched, hands);
    }

    private Set<URI> vouched() {
        var reached = groups.values().stream()
                .filter(ListedGroup::admitted)
                .map(ListedGroup::id)
                .collect(Collectors.toCollection(HashSet::new));
        var next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            var voucher = next.remove();
            vouches.getOrDefault(voucher, List.of()).stream()
                    .filter(team -> areDifferent(voucher, team))
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    /** Whoever has vouchers of several hands, none of which are its own; reached or not. */
    private Set<URI> standingAlone() {
        var voucherHands = vouches.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(team -> areDifferent(entry.getKey(), team))
                        .map(team -> Map.entry(team, hands(entry.getKey()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return voucherHands.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= ENOUGH_TO_STAND_ALONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean areDifferent(URI one, URI other) {
        return !hands(one).equals(hands(other));
    }

    private String hands(URI team) {
        return strict.of(Gid.of(team));
    }

    private Hands hands(Predicate<ListedGroup> byMachines) {
        return Hands.of(groups.values().stream()
                .map(group -> byMachines.test(group)
                        ? Marks.machines(group, blocks.getOrDefault(group.id(), Set.of()))
                        : Marks.domain(group))
                .toList());
    }
}
