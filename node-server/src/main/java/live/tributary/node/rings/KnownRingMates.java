// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Set;

import live.tributary.node.kernel.TeamId;

/** What the book says of who is in a ring with whom. */
final class KnownRingMates implements RingMates {

    private final RingBook book;
    private final OwnTeams own;

    KnownRingMates(RingBook book, OwnTeams own) {
        this.book = book;
        this.own = own;
    }

    @Override
    public Set<URI> mates(TeamId team) {
        return Neighbourhood.mates(book.known(), team, own.address(team));
    }

    @Override
    public Set<URI> neighbours(TeamId team) {
        return Neighbourhood.of(book.known(), team, own.address(team));
    }

    @Override
    public List<RingShare> rings(TeamId team) {
        return book.known().of(team).stream()
                .map(ring -> new RingShare(
                        ring.actor(),
                        ring.name(),
                        ring.lanes().ring(),
                        ring.lanes().neighbour(),
                        ring.lanes().open()))
                .toList();
    }
}
