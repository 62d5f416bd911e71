// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.node.rings.RingLook.Reading;

/** Keeps rings of other hosts as they were read there, and goes on with that while nobody answers. */
final class Mirror {

    private static final Logger log = LoggerFactory.getLogger(Mirror.class);

    static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);

    private final RingStore rings;
    private final SeatStore seats;
    private final RingLook look;
    private final OwnTeams own;
    private final Crew crew;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Mirror(
            RingStore rings,
            SeatStore seats,
            RingLook look,
            OwnTeams own,
            Crew crew,
            RingsProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rings = rings;
        this.seats = seats;
        this.look = look;
        this.own = own;
        this.crew = crew;
        this.properties = properties;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Reads a ring again at its origin. No transaction may be open. */
    void read(URI ring) {
        switch (look.read(ring)) {
            case Reading.There there -> transactions.executeWithoutResult(_ -> keep(there));
            case Reading.Not(var because) -> {
                log.info("ring is shown as it was read before ring={} because={}", ring, because);
                rings.lookAt(ring, clock.instant().plus(BEFORE_ANOTHER_TRY));
            }
        }
    }

    /** A list that is older than the one that is known comes out of somebody's store: the ring has said other things since. */
    void keep(Reading.There there) {
        lockWithFormer(there);
        rings.lock(there.roll().ring()).filter(ring -> !ring.hosted()).ifPresent(before -> {
            var now = clock.instant();
            if (there.roll().updated().isBefore(before.updatedAt())) {
                log.info(
                        "ring is shown as it was read before ring={} because=its list is an older one", before.actor());
                rings.put(before.readAt(now), now);
            } else {
                keep(before, read(before, there), there.signed());
            }
            rings.lookAt(before.actor(), now.plus(properties.lookEvery()));
            events.publishEvent(new RingsChanged());
        });
    }

    private void keep(Ring before, Ring after, String signed) {
        rings.put(after, clock.instant());
        rings.sign(after.actor(), signed);
        settleSeats(after);
        crew.leave(missing(before, after));
        dropIfDone(after.actor());
        events.publishEvent(new WorkFound());
    }

    /** Teams may be moved from one to the other. Always in one order: so nobody waits in a circle. */
    private void lockWithFormer(Reading.There there) {
        var former = RingLook.former(there.actor()).stream().filter(this::mayBeLeft);
        Stream.concat(Stream.of(there.roll().ring()), former).sorted().forEach(rings::lock);
    }

    /** Whether it is a ring elsewhere in which a team of this node is: no stranger says for which others this node waits. */
    private boolean mayBeLeft(URI former) {
        return rings.find(former).filter(ring -> !ring.hosted()).isPresent()
                && seats.in(former).stream().anyMatch(seat -> seat.state().named());
    }

    private Ring read(Ring before, Reading.There there) {
        var roll = there.roll();
        return new Ring(
                before.actor(),
                before.slug(),
                false,
                there.actor().inbox(),
                roll.name().isBlank() ? before.name() : roll.name(),
                roll.charter(),
                page(roll),
                roll.stewards(),
                roll.lanes(),
                RingLook.former(there.actor()),
                earlier(roll.updated(), clock.instant()),
                clock.instant(),
                roll.stops().stream().map(stop -> member(before, stop)).toList());
    }

    /** A host whose clock runs ahead is heard again when it is right. */
    private static Instant earlier(Instant said, Instant now) {
        return said.isBefore(now) ? said : now;
    }

    /** Nobody is sent to a third server by a ring, but to its members. */
    private static URI page(RingRoll roll) {
        return Origins.same(roll.page(), roll.ring()) ? roll.page() : roll.ring();
    }

    private RingMember member(Ring ring, RingStop stop) {
        return own.team(stop.address())
                .map(team -> own.member(team)
                        .holding(seats.find(team, ring.actor())
                                .filter(seat -> seat.state().named())
                                .isPresent()))
                .or(() -> ring.member(stop.address()))
                .orElseGet(() -> RingMember.unread(stop));
    }

    /** Whoever asked and is named is in; whoever was in and is not named is out. */
    private void settleSeats(Ring ring) {
        for (var seat : seats.in(ring.actor())) {
            boolean named = ring.roll().names(own.address(seat.team()));
            var next = next(seat.state(), named);
            var said = next == RingSeat.State.OUT && seat.state() == RingSeat.State.IN
                    ? "The ring does not name the team any more."
                    : seat.said();
            var settled = seat.now(next, said, clock.instant());
            seats.put(new RingSeat(
                    settled.team(),
                    settled.ring(),
                    ring.name(),
                    ring.page(),
                    ring.inbox(),
                    settled.join(),
                    settled.state(),
                    settled.said(),
                    settled.since()));
            if (next == RingSeat.State.IN) {
                leaveFormer(seat, ring);
            }
        }
    }

    /** Who goes on with a ring in another does not say any more that it is in the first. */
    private void leaveFormer(RingSeat seat, Ring next) {
        next.former().stream().filter(old -> isFollowedBy(old, next)).forEach(old -> {
            seats.remove(seat.team(), old);
            dropIfDone(old);
        });
    }

    /** Any ring can say so of itself: it counts where the old one's host is gone, and a steward of it looks after the new one. */
    private boolean isFollowedBy(URI old, Ring next) {
        return rings.find(old)
                .filter(former -> !former.hosted()
                        && former.readAt().plus(Rings.HOST_GONE).isBefore(clock.instant()))
                .filter(former -> former.stewards().stream().anyMatch(next::isSteward))
                .isPresent();
    }

    private static RingSeat.State next(RingSeat.State before, boolean named) {
        return switch (before) {
            case ASKED -> named ? RingSeat.State.IN : RingSeat.State.ASKED;
            case IN -> named ? RingSeat.State.IN : RingSeat.State.OUT;
            case REFUSED, OUT -> before;
        };
    }

    private static List<URI> missing(Ring before, Ring after) {
        var gone = new HashSet<URI>();
        before.holding().forEach(member -> gone.add(member.address()));
        after.members().forEach(member -> gone.remove(member.address()));
        return List.copyOf(gone);
    }

    /** A ring in which no team of this node is, or wants to be, is not kept. */
    void dropIfDone(URI actor) {
        rings.lock(actor)
                .filter(ring -> !ring.hosted())
                .filter(ring ->
                        seats.in(actor).stream().noneMatch(seat -> seat.state().named()))
                .ifPresent(ring -> {
                    rings.remove(actor);
                    crew.leave(ring.members().stream().map(RingMember::address).toList());
                    events.publishEvent(new RingsChanged());
                });
    }
}
