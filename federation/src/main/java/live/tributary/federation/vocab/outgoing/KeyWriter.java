// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** The keys of an actor, in both forms that others look for. */
final class KeyWriter {

    private KeyWriter() {}

    static void attach(ObjectNode body, ActorProfile profile) {
        var addresses = profile.addresses();
        var owner = profile.id().toString();
        body.putObject("publicKey")
                .put("id", addresses.mainKey().toString())
                .put("owner", owner)
                .put("publicKeyPem", profile.keys().rsaPem());
        // FEP-521a, for the proofs of FEP-8b32.
        var methods = body.putArray("assertionMethod");
        profile.keys()
                .proofKeys()
                .forEach(key -> methods.addObject()
                        .put("id", key.id().toString())
                        .put("type", "Multikey")
                        .put("controller", owner)
                        .put("publicKeyMultibase", key.multibase()));
    }
}
