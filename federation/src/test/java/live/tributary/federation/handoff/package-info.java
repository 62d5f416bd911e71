// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of tickets. */
@NullMarked
package live.tributary.federation.handoff;

import org.jspecify.annotations.NullMarked;
