// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.net.URI;
import java.util.List;

import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.VerifyingKey;

/** A proof with the bytes that it must have been made over. Immutable; made by {@link EddsaJcs2022}. */
public final class ProofClaim {

    private final URI verificationMethod;
    private final List<byte[]> candidates;
    private final byte[] signature;

    ProofClaim(URI verificationMethod, List<byte[]> candidates, byte[] signature) {
        this.verificationMethod = verificationMethod;
        this.candidates = List.copyOf(candidates);
        this.signature = signature;
    }

    /** Where the key is said to be: an entry of {@code assertionMethod} in some actor's document (FEP-521a). */
    public URI verificationMethod() {
        return verificationMethod;
    }

    /** Verifies with the key that was found under {@link #verificationMethod()}. Takes half a millisecond of one core. */
    public ProofVerdict verify(VerifyingKey key) {
        if (key.type() != KeyType.ED25519) {
            return new ProofRefused(
                    ProofRefused.Reason.KEY_UNFIT, "the key %s is not Ed25519".formatted(verificationMethod));
        }
        return candidates.stream().anyMatch(candidate -> key.signedPlainly(candidate, signature))
                ? new ProofVerdict.Proven(this)
                : new ProofRefused(
                        ProofRefused.Reason.SIGNATURE_WRONG,
                        "the proof does not fit the document and key " + verificationMethod);
    }
}
