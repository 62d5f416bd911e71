// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;

/** Who vouches for whom in a directory. Safe for any thread that may block. */
public final class Vouches {

    private final VouchStore store;

    Vouches(VouchStore store) {
        this.store = store;
    }

    /**
     * Whom vouches reach now.
     *
     * @param listed all who are, live or not
     * @param live those of them who are on air
     */
    public Reach reach(Collection<ListedGroup> listed, Collection<LiveGroup> live) {
        var blocks = new HashMap<URI, Set<AddressBlock>>();
        live.forEach(one -> blocks.put(one.group().id(), one.blocks()));
        return new VouchGraph(listed, blocks, store.counting()).reach();
    }
}
