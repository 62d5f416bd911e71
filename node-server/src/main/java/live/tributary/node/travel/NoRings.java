// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.List;
import java.util.Set;

import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingMates;
import live.tributary.node.rings.RingShare;

/** Of a node whose teams are in no ring. */
final class NoRings implements RingMates {

    @Override
    public Set<URI> mates(TeamId team) {
        return Set.of();
    }

    @Override
    public Set<URI> neighbours(TeamId team) {
        return Set.of();
    }

    @Override
    public List<RingShare> rings(TeamId team) {
        return List.of();
    }
}
