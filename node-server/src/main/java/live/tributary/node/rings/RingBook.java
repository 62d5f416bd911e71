// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.node.kernel.TeamId;

/** All that is known of rings, in memory: every page asks. What changes it goes to the database first. Any thread. */
final class RingBook {

    private final RingStore rings;
    private final SeatStore seats;
    private final NeighbourStore neighbours;

    private volatile @Nullable Known known;

    RingBook(RingStore rings, SeatStore seats, NeighbourStore neighbours) {
        this.rings = rings;
        this.seats = seats;
        this.neighbours = neighbours;
    }

    /**
     * What is known.
     *
     * @param neighbours rings that share a member with these, and whom each names
     */
    record Known(List<Ring> rings, List<RingSeat> seats, Map<URI, Set<URI>> neighbours) {

        Known {
            rings = List.copyOf(rings);
            seats = List.copyOf(seats);
            neighbours = Map.copyOf(neighbours);
        }

        Optional<Ring> ring(URI actor) {
            return rings.stream().filter(ring -> ring.actor().equals(actor)).findFirst();
        }

        Optional<Ring> ring(Slug slug) {
            return rings.stream().filter(ring -> ring.slug().equals(slug)).findFirst();
        }

        /** Those that a team is in. */
        List<Ring> of(TeamId team) {
            return seats.stream()
                    .filter(seat -> seat.team().equals(team) && seat.state() == RingSeat.State.IN)
                    .flatMap(seat -> ring(seat.ring()).stream())
                    .toList();
        }
    }

    Known known() {
        var now = known;
        return now != null ? now : load();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") RingsChanged changed) {
        forget();
    }

    /** Who has read before a change has kept it before the change is forgotten, and not after. */
    private synchronized Known load() {
        var loaded = new Known(rings.all(), seats.all(), neighbours.all());
        known = loaded;
        return loaded;
    }

    private synchronized void forget() {
        known = null;
    }
}
