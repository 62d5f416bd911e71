// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.node.kernel.Actor;

/** Proves what other parts of the node say in a team's name (FEP-8b32). Safe for any thread that may block. */
public final class Seals {

    private final KeyRings keys;
    private final InstantSource clock;

    Seals(KeyRings keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The document with a proof of the team's Group.
     *
     * @param actor the node itself
     */
    public ObjectNode prove(Actor actor, LocalActor.Group group, ObjectNode document) {
        Deeds.require(actor, "prove what a team says");
        return EddsaJcs2022.sign(document, keys.proving(group), clock.instant());
    }

    /**
     * Signs bytes that are no document, with the same key (Ed25519).
     *
     * @param actor the node itself
     */
    public byte[] sign(Actor actor, LocalActor.Group group, byte[] message) {
        Deeds.require(actor, "sign for a team");
        return keys.proving(group).signPlainly(message);
    }

    /**
     * What others verify both with; made where the team has none yet.
     *
     * @param actor the node itself
     */
    public VerifyingKey key(Actor actor, LocalActor.Group group) {
        Deeds.require(actor, "show a team's key");
        return keys.of(group.id()).ed25519().publicKey();
    }
}
