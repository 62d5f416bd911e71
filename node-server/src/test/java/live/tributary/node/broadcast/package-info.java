// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of channels, stream keys and broadcasts. */
@NullMarked
package live.tributary.node.broadcast;

import org.jspecify.annotations.NullMarked;
