// SPDX-License-Identifier: AGPL-3.0-or-later
/** Media routes over real sockets, with a real window that the test feeds. */
@NullMarked
package live.tributary.node.playback;

import org.jspecify.annotations.NullMarked;
