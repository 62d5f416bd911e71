// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/** The rings of this node and of its teams: how they come to be, what they say, and who looks after them. May block. */
public final class Rings {

    /** A ring whose host has not answered for so long may be gone on with elsewhere. */
    public static final Duration HOST_GONE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(Rings.class);
    private static final int MOST_OF_ONE_SLUG = 1000;

    private final RingStore store;
    private final SeatStore seats;
    private final RingBook book;
    private final Chair chair;
    private final RingLetters letters;
    private final OwnTeams own;
    private final Actors actors;
    private final Addresses addresses;
    private final Members members;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Rings(
            RingStore store,
            SeatStore seats,
            RingBook book,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            Actors actors,
            Addresses addresses,
            Members members,
            RingsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.seats = seats;
        this.book = book;
        this.chair = chair;
        this.letters = letters;
        this.own = own;
        this.actors = actors;
        this.addresses = addresses;
        this.members = members;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By the last part of its page's address. From memory. */
    public Optional<Ring> named(String slug) {
        return Slug.parse(slug).flatMap(parsed -> book.known().ring(parsed));
    }

    /** From memory. */
    public Optional<Ring> find(URI ring) {
        return book.known().ring(ring);
    }

    /** Those that a team is in. From memory. */
    public List<Ring> of(TeamId team) {
        return book.known().of(team);
    }

    /** The list of members of a ring elsewhere, with the ring's proof, as it was read; empty of one of this node. From memory. */
    public String signed(Ring ring) {
        return book.known().signed().getOrDefault(ring.actor(), "");
    }

    /** Address of a team of this node, as rings name it. */
    public URI address(TeamId team) {
        return own.address(team);
    }

    /** Whether the actor may speak for the team in rings. */
    public boolean mayManage(Actor actor, TeamId team) {
        return members.mayManage(actor, team);
    }

    /**
     * Founds a ring on this node, with the team for its first member and steward.
     *
     * @param actor an owner of the team
     */
    public RingDeed found(Actor actor, TeamId team, Slug slug, RingWords words) {
        require(actor, team, "found a ring");
        return transactions.execute(_ -> {
            if (!hasRoom(team)) {
                return new RingDeed.Not(RingDeed.Why.TOO_MANY_RINGS);
            }
            if (store.isTaken(slug)) {
                return new RingDeed.Not(RingDeed.Why.SLUG_TAKEN);
            }
            var founder = own.member(team);
            return begin(slug, words, List.of(founder.address()), Set.of(), List.of(founder), team);
        });
    }

    private RingDeed begin(
            Slug slug, RingWords words, List<URI> stewards, Set<URI> former, List<RingMember> all, TeamId founder) {
        var now = clock.instant();
        var actor = actors.foundRing(Actor.SYSTEM, slug.value());
        var address = addresses.of(actor);
        var ring = new Ring(
                address,
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
                all);
        chair.put(ring);
        seats.put(new RingSeat(
                founder,
                address,
                ring.name(),
                ring.page(),
                ring.inbox(),
                letters.nextId(),
                RingSeat.State.IN,
                "",
                now));
        log.info("ring founded ring={} team={}", address, founder);
        return new RingDeed.Done(address);
    }

    /** Whether the team may be in one more ring. */
    boolean hasRoom(TeamId team) {
        long named =
                seats.of(team).stream().filter(seat -> seat.state().named()).count();
        return named < properties.most();
    }

    /**
     * Says something else of a ring of this node.
     *
     * @param actor an owner of a team that is its steward
     */
    public RingDeed rewrite(Actor actor, TeamId team, URI ring, RingWords words) {
        return change(
                actor,
                team,
                ring,
                "rewrite a ring",
                before -> before.saying(words.name(), words.charter(), words.lanes()));
    }

    /**
     * Moves a member of a ring of this node one place up in the order.
     *
     * @param actor an owner of a team that is its steward
     */
    public RingDeed moveUp(Actor actor, TeamId team, URI ring, URI member) {
        return change(actor, team, ring, "order a ring", before -> {
            var order = new ArrayList<>(before.members());
            int place = IntStream.range(0, order.size())
                    .filter(each -> order.get(each).address().equals(member))
                    .findFirst()
                    .orElse(0);
            if (place > 0) {
                Collections.swap(order, place, place - 1);
            }
            return before.with(order);
        });
    }

    /**
     * Makes another member a steward of a ring of this node, too.
     *
     * @param actor an owner of a team that is its steward
     * @param member a team in the ring
     */
    public RingDeed appoint(Actor actor, TeamId team, URI ring, URI member) {
        return change(actor, team, ring, "name a ring's steward", before -> {
            var stewards = new ArrayList<>(before.stewards());
            if (before.member(member).filter(RingMember::isTeam).isPresent()
                    && !stewards.contains(member)
                    && stewards.size() < RingRoll.MOST_STEWARDS) {
                stewards.add(member);
            }
            return before.withStewards(stewards);
        });
    }

    /**
     * Is no steward of a ring of this node any more: others are.
     *
     * @param actor an owner of a team that is its steward
     */
    public RingDeed stepDown(Actor actor, TeamId team, URI ring) {
        var address = own.address(team);
        if (store.find(ring)
                .filter(found -> found.stewards().equals(List.of(address)))
                .isPresent()) {
            return new RingDeed.Not(RingDeed.Why.LAST_STEWARD);
        }
        return change(
                actor,
                team,
                ring,
                "hand a ring over",
                before -> before.withStewards(before.stewards().stream()
                        .filter(steward -> !steward.equals(address))
                        .toList()));
    }

    /**
     * Names a website as a member of a ring of this node: it is one as soon as it leads to the ring's page.
     *
     * @param actor an owner of a team that is the ring's steward
     */
    public RingDeed addSite(Actor actor, TeamId team, URI ring, String typed) {
        var page = WebAddress.parse(typed.strip()).filter(address -> !addresses.isOurs(address));
        if (page.isEmpty()) {
            return new RingDeed.Not(RingDeed.Why.NO_ADDRESS);
        }
        if (store.find(ring)
                .filter(found -> found.members().size() >= properties.mostMembers())
                .isPresent()) {
            return new RingDeed.Not(RingDeed.Why.FULL);
        }
        var site = RingMember.unread(new RingStop.Site(page.get()));
        return change(
                actor,
                team,
                ring,
                "add a page to a ring",
                before -> before.member(page.get()).isPresent() ? before : before.with(site));
    }

    private RingDeed change(Actor actor, TeamId team, URI ring, String deed, UnaryOperator<Ring> change) {
        require(actor, team, deed);
        return transactions.execute(_ -> chair.hosted(ring)
                .<RingDeed>map(before -> {
                    if (!before.isSteward(own.address(team))) {
                        throw new NotAllowedException(actor, deed);
                    }
                    var after = change.apply(before);
                    if (!after.equals(before)) {
                        var changed = after.changedAt(clock.instant());
                        chair.put(changed);
                        letters.added(changed, own.address(team));
                    }
                    return new RingDeed.Done(ring);
                })
                .orElseGet(() -> new RingDeed.Not(RingDeed.Why.GONE)));
    }

    /** Whether a ring's host has been silent for so long that a steward may go on with it here. */
    public boolean isOrphaned(Ring ring) {
        return !ring.hosted() && ring.readAt().plus(HOST_GONE).isBefore(clock.instant());
    }

    /**
     * Goes on with a ring whose host is gone: a new one with the same words and members, each of whom is in it when it says so.
     *
     * @param actor an owner of a team that the ring's charter names as a steward
     */
    public RingDeed succeed(Actor actor, TeamId team, URI old) {
        require(actor, team, "go on with a ring");
        var before = book.known().ring(old);
        if (before.isEmpty()) {
            return new RingDeed.Not(RingDeed.Why.GONE);
        }
        if (!isOrphaned(before.get())) {
            return new RingDeed.Not(RingDeed.Why.HOST_ANSWERS);
        }
        if (!before.get().isSteward(own.address(team))) {
            throw new NotAllowedException(actor, "go on with a ring");
        }
        return transactions.execute(_ -> succeed(team, before.get()));
    }

    private RingDeed succeed(TeamId team, Ring old) {
        var self = own.address(team);
        var all = old.members().stream()
                .map(member -> member.address().equals(self) ? own.member(team) : member.holding(false))
                .toList();
        var words = new RingWords(old.name(), old.charter(), old.lanes());
        seats.remove(team, old.actor());
        if (seats.in(old.actor()).stream().noneMatch(seat -> seat.state().named())) {
            // The new one takes its address over.
            store.remove(old.actor());
        }
        var deed = begin(free(old.slug()), words, old.stewards(), Set.of(old.actor()), all, team);
        if (deed instanceof RingDeed.Done(var address)) {
            var ring = store.find(address).orElseThrow();
            ring.members().stream()
                    .filter(member -> member.isTeam() && !member.address().equals(self))
                    .forEach(member -> ask(team, ring, member));
        }
        return deed;
    }

    private void ask(TeamId team, Ring ring, RingMember member) {
        own.team(member.address())
                .ifPresentOrElse(
                        guest -> seats.put(new RingInvitation(guest, ring.actor(), own.address(team), clock.instant())),
                        () -> letters.invite(team, ring, member));
    }

    /** The first of its kind that no ring has here. */
    Slug free(Slug wish) {
        return IntStream.rangeClosed(1, MOST_OF_ONE_SLUG)
                .mapToObj(wish::numbered)
                .filter(slug -> !store.isTaken(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no address is left like " + wish));
    }

    private void require(Actor actor, TeamId team, String deed) {
        if (!mayManage(actor, team)) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
