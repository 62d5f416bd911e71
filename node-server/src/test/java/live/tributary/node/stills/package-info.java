// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the pictures that stand for broadcasts. */
@NullMarked
package live.tributary.node.stills;

import org.jspecify.annotations.NullMarked;
