// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;

/**
 * The public keys of a local actor.
 *
 * @param rsaPem SubjectPublicKeyInfo, beginning with {@code -----BEGIN PUBLIC KEY-----}
 * @param proofKeys the one in use first, then those that older proofs were made with
 */
public record ActorKeys(String rsaPem, List<ProofKey> proofKeys) {

    public ActorKeys {
        proofKeys = List.copyOf(proofKeys);
    }
}
