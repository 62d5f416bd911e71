// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

/** The generation of a signature. */
public enum SignatureKind {
    /** draft-cavage-http-signatures-12: what all of the Fediverse understands. */
    CAVAGE,
    /** RFC 9421, HTTP Message Signatures. */
    RFC9421
}
