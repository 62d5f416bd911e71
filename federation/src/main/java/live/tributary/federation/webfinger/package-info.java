// SPDX-License-Identifier: AGPL-3.0-or-later
/** Names of the Fediverse and what they stand for: WebFinger (RFC 7033) and host metadata (RFC 6415), both directions. */
@NullMarked
package live.tributary.federation.webfinger;

import org.jspecify.annotations.NullMarked;
