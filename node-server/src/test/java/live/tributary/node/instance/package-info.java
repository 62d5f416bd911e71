// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the node itself. */
@NullMarked
package live.tributary.node.instance;

import org.jspecify.annotations.NullMarked;
