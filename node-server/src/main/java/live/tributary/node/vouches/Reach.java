// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.util.Set;

/**
 * Whom vouches reach at one moment.
 *
 * @param vouched addresses of the actors of all to whom a chain of vouches between different hands leads from a team that the owner
 *     named, and of those teams themselves
 * @param hands of all who are listed
 */
public record Reach(Set<URI> vouched, Hands hands) {

    public Reach {
        vouched = Set.copyOf(vouched);
    }
}
