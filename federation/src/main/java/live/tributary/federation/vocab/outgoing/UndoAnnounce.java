// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A team or the node no longer points at something. */
public record UndoAnnounce(URI id, AnnounceObject announce) implements Outgoing {

    @Override
    public URI actor() {
        return announce.actor();
    }

    @Override
    public Audience audience() {
        return announce.audience();
    }
}
