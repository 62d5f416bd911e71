// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a server says of itself: NodeInfo 2.0 and 2.1, both directions. */
@NullMarked
package live.tributary.federation.nodeinfo;

import org.jspecify.annotations.NullMarked;
