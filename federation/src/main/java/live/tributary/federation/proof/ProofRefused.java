// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

/**
 * A "no" to a proof.
 *
 * @param words for the operator, without the document's text
 */
public record ProofRefused(Reason reason, String words) implements ProofReading, ProofVerdict {

    /** Why a proof does not count. */
    public enum Reason {
        MALFORMED,
        /** It was made for something else than to say "this is mine". */
        PURPOSE_WRONG,
        /** The document's context is another than the one that was signed: its words may mean something else now. */
        CONTEXT_CHANGED,
        EXPIRED,
        /** It has no canonical form: a number that JSON cannot tell exactly, half a character. */
        NOT_CANONICAL,
        /** The key is not Ed25519. */
        KEY_UNFIT,
        SIGNATURE_WRONG
    }
}
