// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** How rings of this node come to be. May block. */
public final class RingFounding {

    private static final Logger log = LoggerFactory.getLogger(RingFounding.class);

    private final Rings rings;
    private final RingStore store;
    private final SeatStore seats;
    private final Chair chair;
    private final RingLetters letters;
    private final OwnTeams own;
    private final Actors actors;
    private final Addresses addresses;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    RingFounding(
            Rings rings,
            RingStore store,
            SeatStore seats,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            Actors actors,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.rings = rings;
        this.store = store;
        this.seats = seats;
        this.chair = chair;
        this.letters = letters;
        this.own = own;
        this.actors = actors;
        this.addresses = addresses;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Founds a ring on this node, with the team for its first member and steward.
     *
     * @param actor an owner of the team
     */
    public RingDeed found(Actor actor, TeamId team, Slug slug, RingWords words) {
        rings.require(actor, team, "found a ring");
        return transactions.execute(_ -> {
            store.lockNames();
            if (seats.named(team) >= properties.most()) {
                return new RingDeed.Not(RingDeed.Why.TOO_MANY_RINGS);
            }
            if (store.isTaken(slug)) {
                return new RingDeed.Not(RingDeed.Why.SLUG_TAKEN);
            }
            var founder = own.member(team);
            return begin(slug, words, List.of(founder.address()), Set.of(), List.of(founder), team);
        });
    }

    /**
     * Begins a ring. Takes part in the caller's transaction.
     *
     * @param former the ring that it goes on with; none or one
     * @param founder one of the members
     */
    RingDeed.Done begin(
            Slug slug, RingWords words, List<URI> stewards, Set<URI> former, List<RingMember> members, TeamId founder) {
        var now = clock.instant();
        var actor = actors.foundRing(Actor.SYSTEM, slug.value());
        var ring = new Ring(
                addresses.of(actor),
                slug,
                true,
                addresses.under(actor).inbox(),
                words.name(),
                words.charter(),
                addresses.page(slug.path()),
                stewards,
                words.lanes(),
                former,
                now,
                now,
                members);
        chair.put(ring);
        seats.put(RingSeat.of(founder, ring, letters.nextId(), RingSeat.State.IN, now));
        log.info("ring founded ring={} team={}", ring.actor(), founder);
        return new RingDeed.Done(ring.actor());
    }
}
