// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the pages, over HTTP against a whole node. */
@NullMarked
package live.tributary.node.edge;

import org.jspecify.annotations.NullMarked;
