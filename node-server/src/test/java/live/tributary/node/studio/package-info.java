// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the studio, with real encoders against a whole node. */
@NullMarked
package live.tributary.node.studio;

import org.jspecify.annotations.NullMarked;
