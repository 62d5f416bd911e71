// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of who looks what is due. */
@NullMarked
package live.tributary.node.lookout;

import org.jspecify.annotations.NullMarked;
