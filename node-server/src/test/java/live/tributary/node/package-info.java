// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the house as a whole. */
@NullMarked
package live.tributary.node;

import org.jspecify.annotations.NullMarked;
