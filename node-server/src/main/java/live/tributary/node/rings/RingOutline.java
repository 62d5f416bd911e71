// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;

/**
 * A ring in a list of rings.
 *
 * @param charter its rules, in plain text of several lines
 * @param page where people read it: on this node, if a team of it is in the ring, else on the ring's own host
 * @param teams who is in it and says so too, in ring order
 * @param size how many teams and websites are in it; of a ring that this node keeps no copy of, as the ring alone says
 */
public record RingOutline(URI actor, String name, String charter, URI page, List<URI> teams, int size) {

    public RingOutline {
        teams = List.copyOf(teams);
    }
}
