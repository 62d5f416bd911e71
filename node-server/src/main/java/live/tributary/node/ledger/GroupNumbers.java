// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Gid;

/** Who has which number. One machine finds in half a day an address that has the number of another one, and a snapshot lists
 *  each number once: whoever was listed later is left out, so that no stranger stops the draws or takes a team's turns. */
final class GroupNumbers {

    private static final Logger log = LoggerFactory.getLogger(GroupNumbers.class);

    private static final Comparator<ListedGroup> LISTED_FIRST = Comparator.comparing(ListedGroup::since)
            .thenComparing(group -> group.id().toString());

    private final Function<URI, Gid> numbering;
    private final Map<Gid, ListedGroup> owners;

    /** @param listed all who are, live or not: the number of who sleeps is taken too */
    GroupNumbers(Collection<ListedGroup> listed) {
        this(listed, Gid::of);
    }

    GroupNumbers(Collection<ListedGroup> listed, Function<URI, Gid> numbering) {
        this.numbering = numbering;
        this.owners = listed.stream()
                .collect(Collectors.toMap(
                        group -> numbering.apply(group.id()), Function.identity(), BinaryOperator.minBy(LISTED_FIRST)));
    }

    /** Of those who are live each that may be drawn, by number. */
    Map<Gid, LiveGroup> live(List<LiveGroup> live) {
        return live.stream()
                .filter(this::hasItsOwn)
                .collect(Collectors.toMap(
                        one -> numbering.apply(one.group().id()), Function.identity(), GroupNumbers::first));
    }

    private boolean hasItsOwn(LiveGroup live) {
        var id = live.group().id();
        var gid = numbering.apply(id);
        var owner = owners.getOrDefault(gid, live.group());
        if (!owner.id().equals(id)) {
            log.warn("{} is left out of the snapshot: it has the number {} of {}", id, gid, owner.id());
        }
        return owner.id().equals(id);
    }

    /** Of two who are live and have both just left the list. */
    private static LiveGroup first(LiveGroup one, LiveGroup other) {
        return LISTED_FIRST.compare(one.group(), other.group()) <= 0 ? one : other;
    }
}
