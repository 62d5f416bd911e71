// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Documents and keys of other servers, and how far their word goes (FEP-fe34): a document counts at the address that is its
 * id, a key only together with the actor that owns it.
 */
@NullMarked
package live.tributary.federation.remote;

import org.jspecify.annotations.NullMarked;
