// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.util.HashSet;
import java.util.Set;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.inbox.Domains;

/** By what it is known whose a team is (section 2): never by whoever publishes. */
final class Marks {

    private Marks() {}

    /** By its domain alone. */
    static Hands.Owned domain(ListedGroup group) {
        return new Hands.Owned(Gid.of(group.id()), Set.of("domain:" + Domains.of(group.host())));
    }

    /**
     * Also by the machines from which it plays: hosters put strangers side by side, so that this says something only of those
     * for whom nobody vouches.
     */
    static Hands.Owned machines(ListedGroup group, Set<AddressBlock> blocks) {
        var marks = new HashSet<>(domain(group).marks());
        blocks.forEach(block -> marks.add("block:" + block.text()));
        return new Hands.Owned(Gid.of(group.id()), marks);
    }
}
