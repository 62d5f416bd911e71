// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the strict reader. */
@NullMarked
package live.tributary.federation.json;

import org.jspecify.annotations.NullMarked;
