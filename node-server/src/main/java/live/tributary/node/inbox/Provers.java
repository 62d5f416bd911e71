// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.InstantSource;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.proof.ProofClaim;
import live.tributary.federation.proof.ProofReading;
import live.tributary.federation.proof.ProofVerdict;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.federation.vocab.Activity;

/** With which key somebody elsewhere proved what they said (FEP-8b32). Asks there, so never within a transaction. Any thread. */
public final class Provers {

    private final RemoteKeys keys;
    private final InstantSource clock;

    Provers(RemoteKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The key of its actor; empty where no proof is in it, or none that holds. */
    public Optional<VerifyingKey> of(Activity activity) {
        return EddsaJcs2022.read(activity.envelope().document(), clock.instant())
                        instanceof ProofReading.Claimed(var proof)
                ? key(activity, proof)
                : Optional.empty();
    }

    private Optional<VerifyingKey> key(Activity activity, ProofClaim proof) {
        var actor = activity.envelope().actor();
        return keys.find(proof.verificationMethod(), KnownActors.host(actor), Budget.ofOneActivity())
                                instanceof KeyLookUp.Found(var found)
                        && found.owner().equals(actor)
                        && proof.verify(found.key()) instanceof ProofVerdict.Proven
                ? Optional.of(found.key())
                : Optional.empty();
    }
}
