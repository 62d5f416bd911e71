// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import live.tributary.node.kernel.TeamId;

/**
 * All that is known of rings, in memory: every page asks. What changes it goes to the database first. Any thread that may block.
 */
final class RingBook {

    private final RingStore rings;
    private final SeatStore seats;
    private final NeighbourStore neighbours;
    private final ListedStore listed;

    private volatile @Nullable Known known;

    RingBook(RingStore rings, SeatStore seats, NeighbourStore neighbours, ListedStore listed) {
        this.rings = rings;
        this.seats = seats;
        this.neighbours = neighbours;
        this.listed = listed;
    }

    /**
     * What is known.
     *
     * @param signed by rings elsewhere, their lists of members with their proofs, as they were read
     * @param far rings that no team of this node is in: of teams that share a ring with them, and of listed teams
     * @param listed teams of this node's directory, and the rings that each says it is in
     */
    record Known(
            List<Ring> rings,
            List<RingSeat> seats,
            Map<URI, String> signed,
            Map<URI, FarRing> far,
            Map<URI, Set<URI>> listed) {

        Known {
            rings = List.copyOf(rings);
            seats = List.copyOf(seats);
            signed = Map.copyOf(signed);
            far = Map.copyOf(far);
            listed = Map.copyOf(listed);
        }

        /** The teams that a ring elsewhere names; none where it was not read. */
        List<URI> teamsOf(URI actor) {
            var ring = far.get(actor);
            return ring == null ? List.of() : ring.teams();
        }

        /** Whether a team of the directory says that it is in that ring. */
        boolean says(URI team, URI ring) {
            return listed.getOrDefault(team, Set.of()).contains(ring);
        }

        Optional<Ring> ring(URI actor) {
            return rings.stream().filter(ring -> ring.actor().equals(actor)).findFirst();
        }

        Optional<Ring> ring(Slug slug) {
            return rings.stream().filter(ring -> ring.slug().equals(slug)).findFirst();
        }

        /** In the order in which the team asked for them. */
        List<RingSeat> seats(TeamId team) {
            return seats.stream().filter(seat -> seat.team().equals(team)).toList();
        }

        /** Those that a team is in. */
        List<Ring> of(TeamId team) {
            return seats(team).stream()
                    .filter(seat -> seat.state() == RingSeat.State.IN)
                    .flatMap(seat -> ring(seat.ring()).stream())
                    .toList();
        }
    }

    Known known() {
        var now = known;
        if (now != null) {
            return now;
        }
        // What a transaction has written may never have been: whoever asks after it keeps what they read.
        return TransactionSynchronizationManager.isActualTransactionActive() ? stored() : load();
    }

    /** Before anybody else hears of the change, who may then ask. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") RingsChanged changed) {
        forget();
    }

    /** Who has read before a change has kept it before the change is forgotten, and not after. */
    private synchronized Known load() {
        var loaded = stored();
        known = loaded;
        return loaded;
    }

    private Known stored() {
        return new Known(rings.all(), seats.all(), rings.signed(), neighbours.all(), listed.all());
    }

    private synchronized void forget() {
        known = null;
    }
}
