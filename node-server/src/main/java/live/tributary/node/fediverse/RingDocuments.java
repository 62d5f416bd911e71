// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.vocab.outgoing.RingRollWriter;
import live.tributary.node.kernel.Actor;

/** The members of our rings, each list with the proof by which others can go on showing it. Any thread that may block. */
public final class RingDocuments {

    private final LocalRings rings;
    private final Actors actors;
    private final Addresses addresses;
    private final KeyRings keys;

    RingDocuments(LocalRings rings, Actors actors, Addresses addresses, KeyRings keys) {
        this.rings = rings;
        this.actors = actors;
        this.addresses = addresses;
        this.keys = keys;
    }

    /**
     * Of the ring at this address; empty where it is none of ours.
     *
     * @param actor the node itself: the ring gets its keys where it has none yet
     */
    public Optional<ObjectNode> members(Actor actor, URI ring) {
        Deeds.require(actor, "speak for a ring");
        return addresses
                .actor(ring)
                .map(actors::find)
                .flatMap(found ->
                        found instanceof ActorLookup.Known(LocalActor.Ring known) ? members(known) : Optional.empty());
    }

    /** The same bytes as long as the ring does not change: its proof is of the moment of the change. */
    Optional<ObjectNode> members(LocalActor.Ring ring) {
        return rings.roll(ring.id())
                .map(roll -> EddsaJcs2022.sign(RingRollWriter.write(roll), keys.proving(ring), roll.updated()));
    }
}
