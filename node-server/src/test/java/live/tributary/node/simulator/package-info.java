// SPDX-License-Identifier: AGPL-3.0-or-later
/** A world of groups and visitors for {@code docs/fairness.md}: the real draw and the real ledger sums, beside an order by
 *  viewers and an order by chance. Fixed seeds: the same figures on every machine. */
@NullMarked
package live.tributary.node.simulator;

import org.jspecify.annotations.NullMarked;
