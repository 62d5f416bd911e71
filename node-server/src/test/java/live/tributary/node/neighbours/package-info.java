// SPDX-License-Identifier: AGPL-3.0-or-later
/** Nodes in processes of their own that follow each other. */
@NullMarked
package live.tributary.node.neighbours;

import org.jspecify.annotations.NullMarked;
