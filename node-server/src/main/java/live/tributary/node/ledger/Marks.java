// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.HashSet;

import org.jspecify.annotations.Nullable;

import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.inbox.Domains;

/** By what it is known whose a team is (section 2): never by whoever publishes. */
final class Marks {

    private Marks() {}

    /**
     * Its marks.
     *
     * @param live null while it is not: then only its domain is known
     */
    static Hands.Owned of(ListedGroup group, @Nullable LiveGroup live) {
        var marks = new HashSet<String>();
        marks.add("domain:" + Domains.of(group.host()));
        // Hosters and networks put strangers side by side: a block says something only of those whom nobody vouches
        // for.
        if (live != null && !group.admitted()) {
            live.blocks().forEach(block -> marks.add("block:" + block.text()));
        }
        return new Hands.Owned(Gid.of(group.id()), marks);
    }
}
