// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

/** What became of a proof when its key was known. */
public sealed interface ProofVerdict permits ProofVerdict.Proven, ProofRefused {

    /** The owner of the key signed the whole document. Whether he may speak for its actor, his own document says. */
    record Proven(ProofClaim claim) implements ProofVerdict {}
}
