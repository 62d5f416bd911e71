// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.inbox.TokenBuckets;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingFinder.Meant;
import live.tributary.node.rings.RingSeat.State;

/** How teams of this node get into rings and out again, and have a say in who else is. Safe for any thread that may block. */
public final class RingSeats {

    /** Of one team: each look asks strangers up to a dozen times. */
    static final int MOST_LOOKS_PER_HOUR = 60;

    private static final Pattern LAST_PART = Pattern.compile(".*/([^/]+)/?");

    private final TokenBuckets looks =
            new TokenBuckets(MOST_LOOKS_PER_HOUR, MOST_LOOKS_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final RingStore store;
    private final SeatStore seats;
    private final BallotStore ballots;
    private final Rings rings;
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
            RingStore store,
            SeatStore seats,
            BallotStore ballots,
            Rings rings,
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
        this.store = store;
        this.seats = seats;
        this.ballots = ballots;
        this.rings = rings;
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

    /** Who wants the team in a ring, the latest first. */
    public List<RingInvitation> invitations(TeamId team) {
        return seats.invitations(team);
    }

    /** Who waits to be taken into a ring, and has not heard of the team's vote. */
    public List<RingApplication> applications(TeamId team, Ring ring) {
        var voter = own.address(team);
        return ballots.of(ring.actor()).stream()
                .filter(RingApplication::open)
                .filter(application -> ballots.votes(ring.actor(), Question.JOIN, application.applicant()).stream()
                        .noneMatch(vote -> vote.voter().equals(voter)))
                .toList();
    }

    /** How many members have said yes to somebody so far. */
    public int yesses(RingApplication application) {
        return (int) ballots.votes(application.ring(), Question.JOIN, application.applicant()).stream()
                .filter(Vote::yes)
                .count();
    }

    /**
     * Asks a ring to take the team in, and says in the team's own document that it is in it. Looks for the ring first, and
     * blocks.
     *
     * @param actor an owner of the team
     * @param typed address of the ring's page, or of its actor
     */
    public RingDeed apply(Actor actor, TeamId team, String typed) {
        require(actor, team, "join a ring");
        if (!looks.tryTake(team.toString())) {
            return not(RingDeed.Why.TOO_OFTEN);
        }
        return switch (finder.ring(typed)) {
            case Meant.Known(var ring) -> transactions.execute(_ -> apply(team, ring));
            case Meant.Elsewhere(var found) -> transactions.execute(_ -> apply(team, found));
            case Meant.Own _ -> not(RingDeed.Why.NO_RING);
            case Meant.Nothing(var why) -> not(why);
        };
    }

    private RingDeed apply(TeamId team, RemoteActor found) {
        var page = found.link(ActorLink.PAGE).orElse(found.id());
        var now = clock.instant();
        var unread = new Ring(
                found.id(),
                rings.free(slug(page)),
                false,
                found.inbox(),
                found.displayName(),
                "",
                page,
                List.of(),
                RingLanes.USUAL,
                found.alsoKnownAs(),
                now,
                now,
                List.of());
        return store.find(found.id()).map(known -> apply(team, known)).orElseGet(() -> apply(team, unread));
    }

    /** As its host calls it; by its host's name where that cannot be. */
    private static Slug slug(URI page) {
        var last = LAST_PART.matcher(String.valueOf(page.getPath()));
        return Optional.of(last)
                .filter(Matcher::matches)
                .flatMap(part -> Slug.parse(part.group(1)))
                .orElseGet(() -> new Slug("ring"));
    }

    private RingDeed apply(TeamId team, Ring ring) {
        var before = seats.find(team, ring.actor()).filter(seat -> seat.state().named());
        if (before.isPresent()) {
            return before.get().state() == State.IN ? not(RingDeed.Why.ALREADY) : new RingDeed.Done(ring.actor());
        }
        if (!rings.hasRoom(team)) {
            return not(RingDeed.Why.TOO_MANY_RINGS);
        }
        if (ring.hosted()
                && ring.member(own.address(team)).isEmpty()
                && ballots.of(ring.actor()).size() >= properties.mostApplications()) {
            return not(RingDeed.Why.TOO_MANY_WAIT);
        }
        var seat = new RingSeat(
                team,
                ring.actor(),
                ring.name(),
                ring.page(),
                ring.inbox(),
                letters.nextId(),
                State.ASKED,
                "",
                clock.instant());
        seats.put(seat);
        seats.removeInvitation(team, ring.actor());
        ask(seat, ring);
        events.publishEvent(new RingsChanged());
        return new RingDeed.Done(ring.actor());
    }

    private void ask(RingSeat seat, Ring ring) {
        var hosted = chair.hosted(ring.actor());
        if (hosted.isPresent()) {
            chair.opened(hosted.get(), own.member(seat.team()), addresses.activity(seat.join()));
        } else {
            if (store.find(ring.actor()).isEmpty()) {
                store.put(ring, clock.instant());
            }
            letters.join(seat);
            events.publishEvent(new WorkFound());
        }
    }

    /**
     * Does not want to be where it was invited; false where it was not.
     *
     * @param actor an owner of the team
     */
    public boolean decline(Actor actor, TeamId team, URI ring) {
        require(actor, team, "decline an invitation to a ring");
        return transactions.execute(_ -> seats.removeInvitation(team, ring));
    }

    /**
     * Leaves a ring, or takes back that it asked; false where it did not. A ring of this node is not left by its last steward
     * while it has other members.
     *
     * @param actor an owner of the team
     */
    public RingDeed leave(Actor actor, TeamId team, URI ring) {
        require(actor, team, "leave a ring");
        return transactions.execute(
                _ -> seats.find(team, ring).<RingDeed>map(this::leave).orElseGet(() -> not(RingDeed.Why.GONE)));
    }

    private RingDeed leave(RingSeat seat) {
        var self = own.address(seat.team());
        var hosted = chair.hosted(seat.ring());
        if (hosted.isPresent()) {
            var ring = hosted.get();
            boolean last =
                    ring.stewards().equals(List.of(self)) && ring.members().size() > 1;
            if (last) {
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

    /**
     * Wants a team in a ring: it is invited, and the team's yes counts when it asks. Looks for it first, and blocks.
     *
     * @param actor an owner of a team in the ring
     * @param typed handle, page or actor of the one who is invited
     */
    public RingDeed invite(Actor actor, TeamId team, URI ring, String typed) {
        require(actor, team, "invite a team to a ring");
        if (!looks.tryTake(team.toString())) {
            return not(RingDeed.Why.TOO_OFTEN);
        }
        return switch (finder.team(typed)) {
            case Meant.Own(var guest) -> transactions.execute(_ -> invite(team, ring, own.member(guest)));
            case Meant.Elsewhere(var guest) ->
                transactions.execute(_ -> invite(team, ring, MemberLook.member(guest, ring, Set.of())));
            case Meant.Known _ -> not(RingDeed.Why.NO_TEAM);
            case Meant.Nothing(var why) -> not(why);
        };
    }

    private RingDeed invite(TeamId inviter, URI actor, RingMember guest) {
        var found = store.lock(actor)
                .filter(ring -> ring.member(own.address(inviter)).isPresent());
        if (found.isEmpty()) {
            return not(RingDeed.Why.GONE);
        }
        var ring = found.get();
        if (ring.member(guest.address()).isPresent()) {
            return not(RingDeed.Why.ALREADY);
        }
        if (ring.hosted()) {
            chair.votes(ring, guest.address(), own.address(inviter), true);
        }
        own.team(guest.address())
                .ifPresent(team -> seats.put(new RingInvitation(team, actor, own.address(inviter), clock.instant())));
        letters.invite(inviter, ring, guest);
        return new RingDeed.Done(actor);
    }

    /**
     * Says whether somebody is to be taken into a ring.
     *
     * @param actor an owner of a team in the ring
     */
    public RingDeed vote(Actor actor, TeamId team, URI ring, URI applicant, boolean yes) {
        require(actor, team, "vote in a ring");
        return transactions.execute(_ -> store.lock(ring)
                .filter(found -> found.member(own.address(team)).isPresent())
                .flatMap(found -> ballots.find(ring, applicant).map(application -> vote(team, found, application, yes)))
                .orElseGet(() -> not(RingDeed.Why.GONE)));
    }

    private RingDeed vote(TeamId team, Ring ring, RingApplication application, boolean yes) {
        var voter = own.address(team);
        if (ring.hosted()) {
            chair.votes(ring, application.applicant(), voter, yes);
        } else {
            ballots.cast(ring.actor(), Question.JOIN, application.applicant(), new Vote(voter, yes), clock.instant());
            letters.vote(team, ring, application, yes);
        }
        return new RingDeed.Done(ring.actor());
    }

    /**
     * Wants a member of a ring to go: a steward's word does it, else that of more than half of the others.
     *
     * @param actor an owner of a team in the ring
     */
    public RingDeed expel(Actor actor, TeamId team, URI ring, URI member) {
        require(actor, team, "expel a member of a ring");
        return transactions.execute(_ -> {
            var found = store.lock(ring)
                    .filter(known -> known.member(own.address(team)).isPresent());
            found.ifPresent(known -> {
                if (known.hosted()) {
                    chair.wantsGone(known, member, own.address(team));
                } else {
                    letters.expel(team, known, member);
                }
            });
            return found.<RingDeed>map(known -> new RingDeed.Done(known.actor()))
                    .orElseGet(() -> not(RingDeed.Why.GONE));
        });
    }

    private static RingDeed not(RingDeed.Why why) {
        return new RingDeed.Not(why);
    }

    private void require(Actor actor, TeamId team, String deed) {
        if (!rings.mayManage(actor, team)) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
