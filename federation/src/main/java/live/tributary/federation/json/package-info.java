// SPDX-License-Identifier: AGPL-3.0-or-later
/** JSON from strangers, read under limits and without the ambiguities that two readers could settle differently. */
@NullMarked
package live.tributary.federation.json;

import org.jspecify.annotations.NullMarked;
