// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what is measured and judged of a stream. */
@NullMarked
package live.tributary.node.health;

import org.jspecify.annotations.NullMarked;
