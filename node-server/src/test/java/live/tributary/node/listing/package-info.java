// SPDX-License-Identifier: AGPL-3.0-or-later
/** What teams say for directories, and what comes of it. */
@NullMarked
package live.tributary.node.listing;

import org.jspecify.annotations.NullMarked;
