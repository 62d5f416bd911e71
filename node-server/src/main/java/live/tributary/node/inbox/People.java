// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/** Who those elsewhere are, as far as it is known here; asks nobody. Safe for any thread that may block. */
public final class People {

    private final KnownActorStore store;

    People(KnownActorStore store) {
        this.store = store;
    }

    /** What their server said of them; their address alone, where nothing is known. */
    public Somebody find(URI id) {
        return store.find(id)
                .map(actor -> new Somebody(actor.id(), actor.host(), actor.handle(), actor.name(), actor.page()))
                .orElseGet(() -> new Somebody(id, KnownActors.host(id), "", "", id));
    }
}
