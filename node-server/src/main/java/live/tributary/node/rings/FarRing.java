// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;

/**
 * A ring elsewhere that no team of this node is in, as it was read at its origin.
 *
 * @param page on its host
 * @param teams that it names, in ring order
 * @param size how many teams and websites it names
 */
record FarRing(String name, String charter, URI page, List<URI> teams, int size) {

    FarRing {
        teams = List.copyOf(teams);
    }
}
