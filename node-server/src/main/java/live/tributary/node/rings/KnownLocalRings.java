// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalRings;
import live.tributary.node.kernel.TeamId;

/** What our documents say of rings: from memory, but within a transaction with what that has changed already. */
final class KnownLocalRings implements LocalRings {

    private final RingStore rings;
    private final SeatStore seats;
    private final RingBook book;
    private final Addresses addresses;

    KnownLocalRings(RingStore rings, SeatStore seats, RingBook book, Addresses addresses) {
        this.rings = rings;
        this.seats = seats;
        this.book = book;
        this.addresses = addresses;
    }

    @Override
    public Optional<RingRoll> roll(ActorId ring) {
        return find(ring).filter(Ring::hosted).map(Ring::roll);
    }

    @Override
    public List<URI> alsoKnownAs(ActorId ring) {
        return find(ring).map(found -> List.copyOf(found.former())).orElseGet(List::of);
    }

    @Override
    public List<URI> named(TeamId team) {
        return seats(team).stream()
                .filter(seat -> seat.state().named())
                .map(RingSeat::ring)
                .toList();
    }

    @Override
    public boolean isMate(TeamId team, URI follower) {
        return book.known().of(team).stream()
                .flatMap(ring -> ring.holding().stream())
                .filter(RingMember::isTeam)
                .anyMatch(member -> Origins.same(member.address(), follower));
    }

    private Optional<Ring> find(ActorId ring) {
        var address = addresses.ring(ring);
        return isChanging() ? rings.find(address) : book.known().ring(address);
    }

    private List<RingSeat> seats(TeamId team) {
        return isChanging() ? seats.of(team) : book.known().seats(team);
    }

    private static boolean isChanging() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
