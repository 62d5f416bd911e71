// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.signature.SigningKey;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.outgoing.RingRollWriter;
import live.tributary.node.kernel.Actor;

/**
 * The members of our rings, each list with the proof by which others can go on showing it: made when the list has changed, or the
 * key, and not for each reader. Any thread that may block.
 */
public final class RingDocuments {

    private final LocalRings rings;
    private final Actors actors;
    private final Addresses addresses;
    private final KeyRings keys;
    /** One entry a ring of this node. */
    private final ConcurrentHashMap<ActorId, Proven> proven = new ConcurrentHashMap<>();

    RingDocuments(LocalRings rings, Actors actors, Addresses addresses, KeyRings keys) {
        this.rings = rings;
        this.actors = actors;
        this.addresses = addresses;
        this.keys = keys;
    }

    /** What a ring said when it was asked last, and what proves it. */
    private record Proven(RingRoll roll, SigningKey key, ObjectNode document) {

        boolean isStill(RingRoll now, SigningKey inUse) {
            return roll.equals(now) && key.equals(inUse);
        }
    }

    /**
     * Of the ring at this address; empty where it is none of ours. The document is the same for all who ask: nobody changes it.
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
        return rings.roll(ring.id()).map(roll -> members(ring, roll));
    }

    private ObjectNode members(LocalActor.Ring ring, RingRoll roll) {
        var key = keys.proving(ring);
        return proven.compute(ring.id(), (_, last) -> last != null && last.isStill(roll, key) ? last : prove(roll, key))
                .document();
    }

    private static Proven prove(RingRoll roll, SigningKey key) {
        return new Proven(roll, key, EddsaJcs2022.sign(RingRollWriter.write(roll), key, roll.updated()));
    }
}
