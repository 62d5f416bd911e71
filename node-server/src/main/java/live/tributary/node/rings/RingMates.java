// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Set;

import live.tributary.node.kernel.TeamId;

/** With whom teams of this node share rings. Safe for any thread; answers from memory. */
public interface RingMates {

    /** Other members of the team's rings whose membership holds, by the addresses of their actors. */
    Set<URI> mates(TeamId team);

    /** Members of rings that share a member with the team's rings; neither mates nor the team itself. */
    Set<URI> neighbours(TeamId team);

    /**
     * Rings the team is in, for the name shown to travellers and each ring's own split of lanes (percent ring, neighbour,
     * open; default 50/25/25, a ring may choose between 34/33/33 and 70/20/10).
     */
    List<RingShare> rings(TeamId team);
}
