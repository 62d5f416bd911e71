// SPDX-License-Identifier: AGPL-3.0-or-later
/** Measurements of a whole node as it ships, started by the launcher; run on purpose by {@code ./tributary probe}. */
@NullMarked
package live.tributary.node.probe;

import org.jspecify.annotations.NullMarked;
