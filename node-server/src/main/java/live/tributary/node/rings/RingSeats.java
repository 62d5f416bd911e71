// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.StrangersText;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingFinder.Meant;
import live.tributary.node.rings.RingSeat.State;

/** How teams of this node get into rings and out again. Safe for any thread that may block. */
public final class RingSeats {

    private static final Pattern LAST_PART = Pattern.compile(".*/([^/]+)/?");

    private final Rings rings;
    private final RingStore store;
    private final SeatStore seats;
    private final InvitationStore invitations;
    private final BallotStore ballots;
    private final Chair chair;
    private final Mirror mirror;
    private final RingLetters letters;
    private final RingFinder finder;
    private final OwnTeams own;
    private final Addresses addresses;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RingSeats(
            Rings rings,
            RingStore store,
            SeatStore seats,
            InvitationStore invitations,
            BallotStore ballots,
            Chair chair,
            Mirror mirror,
            RingLetters letters,
            RingFinder finder,
            OwnTeams own,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.store = store;
        this.seats = seats;
        this.invitations = invitations;
        this.ballots = ballots;
        this.chair = chair;
        this.mirror = mirror;
        this.letters = letters;
        this.finder = finder;
        this.own = own;
        this.addresses = addresses;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What the team says of rings, in the order in which it asked. */
    public List<RingSeat> of(TeamId team) {
        return seats.of(team);
    }

    /**
     * Asks a ring to take the team in, and says in the team's own document that it is in it. Looks for the ring first, and
     * blocks.
     *
     * @param actor an owner of the team
     * @param typed address of the ring's page, or of its actor
     */
    public RingDeed apply(Actor actor, TeamId team, String typed) {
        rings.require(actor, team, "join a ring");
        return switch (finder.ring(team, typed)) {
            case Meant.Known(var ring) -> transactions.execute(_ -> apply(team, ring));
            case Meant.Elsewhere(var found) -> transactions.execute(_ -> apply(team, found));
            case Meant.Own _ -> not(RingDeed.Why.NO_RING);
            case Meant.Nothing(var why) -> not(why);
        };
    }

    private RingDeed apply(TeamId team, RemoteActor found) {
        store.lockNames();
        return store.find(found.id()).map(known -> apply(team, known)).orElseGet(() -> apply(team, unread(found)));
    }

    /** One that was found, and of which nothing is proven yet. Takes part in the caller's transaction. */
    Ring unread(RemoteActor found) {
        var page = RingLook.page(found);
        var now = clock.instant();
        return new Ring(
                found.id(),
                store.free(slug(page)),
                false,
                found.inbox(),
                StrangersText.line(found.displayName(), RingRoll.LONGEST_NAME),
                "",
                page,
                List.of(),
                RingLanes.USUAL,
                RingLook.former(found),
                Instant.EPOCH,
                now,
                List.of());
    }

    /** As its host calls it; by its host's name where that cannot be. */
    private static Slug slug(URI page) {
        var last = LAST_PART.matcher(String.valueOf(page.getPath()));
        return Optional.of(last)
                .filter(Matcher::matches)
                .flatMap(part -> Slug.parse(part.group(1)))
                .orElseGet(() -> new Slug("ring"));
    }

    /** @param known as it was when it was looked for: it may have gone since */
    private RingDeed apply(TeamId team, Ring known) {
        store.lockNames();
        var locked = store.lock(known.actor());
        if (known.hosted() && locked.isEmpty()) {
            return not(RingDeed.Why.GONE);
        }
        var ring = locked.orElse(known);
        return seats.find(team, ring.actor())
                .filter(seat -> seat.state().named())
                .map(seat -> seat.state() == State.IN ? not(RingDeed.Why.ALREADY) : new RingDeed.Done(ring.actor()))
                .orElseGet(() -> applyAnew(team, ring));
    }

    private RingDeed applyAnew(TeamId team, Ring ring) {
        if (seats.named(team) >= properties.most()) {
            return not(RingDeed.Why.TOO_MANY_RINGS);
        }
        if (ring.hosted()
                && ring.member(own.address(team)).isEmpty()
                && ballots.of(ring.actor()).size() >= properties.mostApplications()) {
            return not(RingDeed.Why.TOO_MANY_WAIT);
        }
        var seat = RingSeat.of(team, ring, letters.nextId(), State.ASKED, clock.instant());
        seats.put(seat);
        invitations.remove(team, ring.actor());
        ask(seat, ring);
        events.publishEvent(new RingsChanged());
        return new RingDeed.Done(ring.actor());
    }

    private void ask(RingSeat seat, Ring ring) {
        if (ring.hosted()) {
            chair.opened(ring, own.member(seat.team()), addresses.activity(seat.join()));
        } else {
            if (store.find(ring.actor()).isEmpty()) {
                store.put(ring, clock.instant());
            }
            letters.join(seat);
            events.publishEvent(new WorkFound());
        }
    }

    /**
     * Leaves a ring, or takes back that it asked. A ring of this node is not left by its last steward while it has other members.
     *
     * @param actor an owner of the team
     */
    public RingDeed leave(Actor actor, TeamId team, URI ring) {
        rings.require(actor, team, "leave a ring");
        return transactions.execute(_ -> {
            store.lock(ring);
            return seats.find(team, ring).<RingDeed>map(this::leave).orElseGet(() -> not(RingDeed.Why.GONE));
        });
    }

    private RingDeed leave(RingSeat seat) {
        var self = own.address(seat.team());
        var hosted = chair.hosted(seat.ring());
        if (hosted.isPresent()) {
            var ring = hosted.get();
            if (ring.isLastSteward(self) && ring.members().size() > 1) {
                return not(RingDeed.Why.LAST_STEWARD);
            }
            ballots.remove(seat.ring(), self);
            chair.remove(ring, self, "");
            if (ring.without(self).members().isEmpty()) {
                store.remove(seat.ring());
            }
        } else if (seat.state().named()) {
            letters.leave(seat);
        }
        seats.remove(seat.team(), seat.ring());
        store.lock(seat.ring())
                .filter(ring -> !ring.hosted())
                .ifPresent(ring -> chair.put(ring.knowing(self, member -> member.holding(false))));
        mirror.dropIfDone(seat.ring());
        events.publishEvent(new RingsChanged());
        return new RingDeed.Done(seat.ring());
    }

    private static RingDeed not(RingDeed.Why why) {
        return new RingDeed.Not(why);
    }
}
