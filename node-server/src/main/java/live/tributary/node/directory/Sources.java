// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;

import live.tributary.federation.http.Budget;
import live.tributary.node.fediverse.OwnDocuments;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;

/** Documents of whom a directory lists, at their own server, which may be this one. Blocks; no transaction may be open. */
public final class Sources {

    private final Originals originals;
    private final OwnDocuments own;

    Sources(Originals originals, OwnDocuments own) {
        this.originals = originals;
        this.own = own;
    }

    /** What lies at this address. */
    public Original at(URI address, Budget budget) {
        return own.isOurs(address)
                ? own.at(address).<Original>map(Original.There::new).orElseGet(Original.Gone::new)
                : originals.at(address, budget);
    }

    /** Whether it is of this node. */
    boolean isOurs(URI address) {
        return own.isOurs(address);
    }
}
