// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import live.tributary.federation.vocab.outgoing.Residence;
import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Residences;

/** Where our actors live, for the documents that tell of it. */
final class KnownResidences implements Residences {

    private final MovingStore store;

    KnownResidences(MovingStore store) {
        this.store = store;
    }

    @Override
    public Residence of(ActorId actor) {
        var alsoKnownAs = store.formerAddresses(actor).stream()
                .map(FormerAddress::address)
                .toList();
        return store.departure(actor)
                .<Residence>map(departure -> new Residence.Moved(alsoKnownAs, departure.target()))
                .orElseGet(() -> new Residence.Here(alsoKnownAs));
    }
}
