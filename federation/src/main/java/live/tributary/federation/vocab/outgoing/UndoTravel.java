// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A raft goes elsewhere: the places that were held for it are free. Goes to the asked team's own inbox.
 *
 * @param offer as it was sent
 */
public record UndoTravel(URI id, OfferTravel offer) implements Outgoing {

    @Override
    public URI actor() {
        return offer.actor();
    }

    @Override
    public Audience audience() {
        return offer.audience();
    }
}
