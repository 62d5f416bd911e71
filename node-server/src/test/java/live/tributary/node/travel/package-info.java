// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of hand-offs. */
@NullMarked
package live.tributary.node.travel;

import org.jspecify.annotations.NullMarked;
