// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package live.tributary.node.removals;

import org.jspecify.annotations.NullMarked;
