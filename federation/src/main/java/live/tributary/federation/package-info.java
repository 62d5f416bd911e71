// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * ActivityPub for a node: what it says, what it understands, and how it makes sure who spoke. Knows no database and no
 * house.
 */
@NullMarked
package live.tributary.federation;

import org.jspecify.annotations.NullMarked;
