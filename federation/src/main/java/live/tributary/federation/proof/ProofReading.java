// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

/** What a document says of its own proof, before anybody has seen a key. */
public sealed interface ProofReading permits ProofReading.Absent, ProofReading.Claimed, ProofRefused {

    /** The document has no proof of a kind that we know. */
    record Absent() implements ProofReading {}

    /** Somebody claims to have signed the document. */
    record Claimed(ProofClaim claim) implements ProofReading {}
}
