// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what the node thinks of other hosts. */
@NullMarked
package live.tributary.node.domains;

import org.jspecify.annotations.NullMarked;
