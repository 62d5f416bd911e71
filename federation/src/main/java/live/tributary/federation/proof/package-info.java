// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Proofs inside documents (FEP-8b32): the author's signature over an activity or object, which stays valid when others pass it
 * on. Only the cryptosuite {@code eddsa-jcs-2022} of the W3C's "Data Integrity EdDSA Cryptosuites 1.0" is spoken.
 */
@NullMarked
package live.tributary.federation.proof;

import org.jspecify.annotations.NullMarked;
