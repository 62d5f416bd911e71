// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalRings;
import live.tributary.node.kernel.TeamId;

/** What our documents say of rings. Reads what is stored: within a transaction, what it has changed already. */
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
        return rings.find(address(ring)).filter(Ring::hosted).map(Ring::roll);
    }

    @Override
    public List<URI> alsoKnownAs(ActorId ring) {
        return rings.find(address(ring))
                .map(found -> List.copyOf(found.former()))
                .orElseGet(List::of);
    }

    @Override
    public List<URI> named(TeamId team) {
        return seats.of(team).stream()
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

    private URI address(ActorId ring) {
        return addresses.ring(ring);
    }
}
