// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

/** How a request is signed that we send. */
public enum SignatureForm {
    /** draft-cavage-12 over the whole request target. */
    CAVAGE,
    /** The same without the query: Fedify verifies the bare path, Mastodon and GoToSocial try both, others want all of it. */
    CAVAGE_WITHOUT_QUERY,
    /** RFC 9421 over method, whole address and digest. */
    RFC9421
}
