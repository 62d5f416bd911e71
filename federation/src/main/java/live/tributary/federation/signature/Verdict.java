// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

/** What became of a claim when its key was known. */
public sealed interface Verdict permits Verdict.Verified, Refused {

    /** The owner of the key signed this request. Who that is, the document of the key says, not the signature. */
    record Verified(SignatureClaim claim) implements Verdict {}
}
