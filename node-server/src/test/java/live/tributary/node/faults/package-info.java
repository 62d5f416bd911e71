// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the world does to a node on air, done on purpose, with a strict watcher who must find nothing. */
@NullMarked
package live.tributary.node.faults;

import org.jspecify.annotations.NullMarked;
