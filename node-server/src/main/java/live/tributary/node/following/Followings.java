// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.kernel.TokenBuckets;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;

/** Whom the node, its teams and its members follow elsewhere. Safe for any thread that may block. */
public final class Followings {

    /** Whom somebody here asked is not asked anew before, however often it is wished. */
    static final Duration BETWEEN_WISHES = Duration.ofHours(1);

    private final FolloweeStore followees;
    private final WishStore wishes;
    private final StreamStore streams;
    private final Finder finder;
    private final Requests requests;
    private final People people;
    private final Members members;
    private final FollowingProperties properties;
    private final TokenBuckets pace;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Followings(
            FolloweeStore followees,
            WishStore wishes,
            StreamStore streams,
            Finder finder,
            Requests requests,
            People people,
            Members members,
            FollowingProperties properties,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            InstantSource clock) {
        this.followees = followees;
        this.wishes = wishes;
        this.streams = streams;
        this.finder = finder;
        this.requests = requests;
        this.people = people;
        this.members = members;
        this.properties = properties;
        this.pace = new TokenBuckets(
                properties.asksPerHour(), properties.asksPerHour(), Duration.ofHours(1), System::nanoTime);
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whom somebody wants to follow, the latest wish first.
     *
     * @param actor who has an account, somebody of the team, or the member in person
     */
    public List<Followed> of(Actor actor, Wisher wisher) {
        if (!mayRead(actor, wisher)) {
            throw new NotAllowedException(actor, "read whom " + wisher + " follows");
        }
        return wishes.of(wisher);
    }

    private boolean mayRead(Actor actor, Wisher wisher) {
        return switch (wisher) {
            case Wisher.OfNode() -> actor instanceof Actor.SignedIn;
            case Wisher.OfTeam(var team) ->
                actor instanceof Actor.SignedIn(var account, var _)
                        && members.seatsOf(account).stream().map(Member::team).anyMatch(team::equals);
            case Wisher.OfDirectory _, Wisher.OfRings _, Wisher.OfMember _ -> mayDecide(actor, wisher);
        };
    }

    /** Whether a team follows somebody who said yes to it. */
    public boolean follows(TeamId team, URI somebody) {
        return wishes.of(new Wisher.OfTeam(team)).stream()
                .anyMatch(followed ->
                        followed.actor().equals(somebody) && followed.standing() == Followed.Standing.FOLLOWED);
    }

    /** Whether the actor may say whom this one follows. */
    public boolean mayDecide(Actor actor, Wisher wisher) {
        return switch (wisher) {
            case Wisher.OfNode() -> actor instanceof Actor.SignedIn(var _, var nodeOwner) && nodeOwner;
            case Wisher.OfDirectory(), Wisher.OfRings() -> actor instanceof Actor.NodeItself;
            case Wisher.OfTeam(var team) -> members.mayManage(actor, team);
            // In person: what a member follows is shown to nobody else, the owners of the team among them.
            case Wisher.OfMember(var member) ->
                actor instanceof Actor.SignedIn(var account, var _)
                        && members.find(member)
                                .filter(seat -> account.equals(seat.account()))
                                .isPresent();
        };
    }

    /**
     * Asks somebody elsewhere to be followed; once more, where they said no before. Looks for them elsewhere first, and blocks.
     *
     * @param actor the owner of the node, an owner of the team, or the member in person
     * @param typed a handle, the address of an actor, or that of a server
     */
    public Asked follow(Actor actor, Wisher wisher, String typed) {
        require(actor, wisher);
        if (!pace.tryTake(actor.toString())) {
            return new Asked.TooOften(pace.untilNext());
        }
        if (wishes.count(wisher) >= properties.most()) {
            return new Asked.Not(Asked.Why.TOO_MANY);
        }
        return switch (finder.find(typed)) {
            case Finder.Finding.Somebody(var found) -> transactions.execute(_ -> wish(wisher, found));
            case Finder.Finding.Nobody(var why) -> new Asked.Not(why);
        };
    }

    /**
     * The same for somebody who is known already. Takes part in the caller's transaction.
     *
     * @param actor the node itself, for its directory or the rings of its teams
     * @param found as they were just fetched from their own address
     */
    public void follow(Actor actor, Wisher wisher, RemoteActor found) {
        require(actor, wisher);
        add(found);
        wishes.add(found.id(), wisher, clock.instant());
        events.publishEvent(new OnAirChanged(List.of(found.id())));
        askIfNeeded(found.id());
    }

    /**
     * Somebody is not to be followed any more; false where nobody wished it.
     *
     * @param actor the owner of the node, an owner of the team, the member in person, or the node itself for its directory or rings
     */
    public boolean unfollow(Actor actor, Wisher wisher, URI followee) {
        require(actor, wisher);
        return transactions.execute(_ -> unwish(wisher, followee));
    }

    /**
     * Whether the node asked somebody by this Follow, in whoever's name.
     *
     * @param actor the node itself
     */
    public boolean asked(Actor actor, URI followee, URI follow) {
        require(actor, new Wisher.OfDirectory());
        return followees
                .find(followee)
                .filter(known -> requests.asked(known, follow))
                .isPresent();
    }

    /**
     * Whom the node or a team of it follows, and who may be listed by a directory: nobody in person, and nobody whom only
     * members follow, as that is their own business.
     *
     * @param actor the node itself
     */
    public List<URI> recommended(Actor actor) {
        require(actor, new Wisher.OfDirectory());
        return wishes.recommended();
    }

    /**
     * Whether the node or a team of it follows this one, and it speaks for a whole server: such as a directory.
     *
     * @param actor the node itself
     */
    public boolean followsServer(Actor actor, URI server) {
        require(actor, new Wisher.OfDirectory());
        return followees
                .find(server)
                .filter(Followee::isFollowed)
                .filter(followee -> followee.kind().equals("Application"))
                .isPresent();
    }

    /** Takes part in the caller's transaction. */
    boolean unwish(Wisher wisher, URI followee) {
        var known = followees.lock(followee);
        var removed = wishes.remove(followee, wisher);
        // The last one who wanted it ends it for all.
        known.filter(_ -> removed && !wishes.isWished(followee)).ifPresent(this::end);
        return removed;
    }

    /**
     * Whoever wants to follow the one follows the other instead. Takes part in the caller's transaction.
     *
     * @param to says of itself that it was the one before
     */
    void move(Followee from, RemoteActor to) {
        add(to);
        followees.movedHere(to.id(), clock.instant());
        wishes.move(from.actor(), to.id());
        askIfNeeded(to.id());
        end(from);
    }

    private Asked wish(Wisher wisher, RemoteActor found) {
        if (wishes.count(wisher) >= properties.most()) {
            return new Asked.Not(Asked.Why.TOO_MANY);
        }
        add(found);
        wishes.add(found.id(), wisher, clock.instant());
        askIfNeeded(found.id());
        return new Asked.Done(found.id());
    }

    private void add(RemoteActor actor) {
        var now = clock.instant();
        people.meet(Actor.SYSTEM, actor);
        followees.add(actor.id(), Acquaintances.kind(actor), actor.inbox(), now, now.plus(properties.lookEvery()));
    }

    /** Who was asked and may still answer is not asked once more because one more here wants it. */
    private void askIfNeeded(URI id) {
        if (followees.lock(id).filter(this::needsAsking).isPresent()) {
            followees.askAnew(id);
            followees.find(id).ifPresent(requests::askSoon);
        }
    }

    /** Others allow one actor so many requests an hour; and whoever presses the button again has not waited. */
    private boolean needsAsking(Followee followee) {
        boolean hasRested = followee.follows().isEmpty()
                || followee.askedAt().isBefore(clock.instant().minus(BETWEEN_WISHES));
        return switch (followee.state()) {
            case ASKED -> hasRested && (followee.asks() == 0 || followee.asks() > Requests.AGAIN.size());
            case REFUSED, GONE -> hasRested;
            case FOLLOWED -> false;
        };
    }

    private void end(Followee followee) {
        requests.takeBack(followee);
        followees.remove(followee.actor());
        streams.forgetUnmentioned();
    }

    private void require(Actor actor, Wisher wisher) {
        if (!mayDecide(actor, wisher)) {
            throw new NotAllowedException(actor, "decide whom " + wisher + " follows");
        }
    }
}
