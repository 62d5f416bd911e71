// SPDX-License-Identifier: AGPL-3.0-or-later
/** A node on air is killed, and its viewers must hardly notice. */
@NullMarked
package live.tributary.node.kill;

import org.jspecify.annotations.NullMarked;
