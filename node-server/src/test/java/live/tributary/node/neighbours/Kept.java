// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.util.Set;

/**
 * What a node knows of others.
 *
 * @param followed actors that it follows, each with how far that has got
 * @param onAir broadcasts of theirs, each with its title, and how often its origin has spoken of it
 */
record Kept(Set<String> followed, Set<String> onAir) {}
