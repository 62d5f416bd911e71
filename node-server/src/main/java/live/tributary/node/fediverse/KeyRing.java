// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.VerifyingKey;

/**
 * The keys of one of our actors.
 *
 * @param rsa signs requests: every software verifies it
 * @param ed25519 signs what others may pass on (FEP-8b32)
 * @param proofNumber of the Ed25519 key among all that the actor ever had
 * @param formerProofs Ed25519 keys that were replaced, the newest first
 * @param lastWords what is signed with an RSA key that was replaced: by the activity that tells of it
 */
record KeyRing(
        ActorKey rsa,
        ActorKey ed25519,
        int proofNumber,
        List<FormerProof> formerProofs,
        Map<UUID, ActorKey> lastWords) {

    KeyRing {
        formerProofs = List.copyOf(formerProofs);
        lastWords = Map.copyOf(lastWords);
    }

    /** The public half of a key that proves what was said before. */
    record FormerProof(int number, VerifyingKey key) {}
}
