// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who sent this request, and that nobody changed it on the way: keys, digests (RFC 9530 and its predecessor), and the two
 * generations of HTTP signatures, draft-cavage-http-signatures-12 and RFC 9421. Pure: no clock of its own, no network, no
 * memory but {@link live.tributary.federation.signature.ReplayWindow}.
 */
@NullMarked
package live.tributary.federation.signature;

import org.jspecify.annotations.NullMarked;
