// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the HTTP door against a whole node. */
@NullMarked
package live.tributary.node.gate;

import org.jspecify.annotations.NullMarked;
