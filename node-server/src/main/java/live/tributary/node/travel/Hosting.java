// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.following.Finder;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;

/** Whose viewers teams let in, and who came. Safe for any thread that may block. */
public final class Hosting {

    /** Of one team. */
    public static final int MOST_FRIENDS = 50;

    /** For so long nobody is let in from a source whose arrivals were undone. */
    static final Duration TONIGHT = Duration.ofHours(12);

    private final PolicyStore policies;
    private final VisitStore visits;
    private final Turnstile turnstile;
    private final Porter porter;
    private final Finder finder;
    private final Members members;
    private final Actors actors;
    private final Profiles profiles;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Hosting(
            PolicyStore policies,
            VisitStore visits,
            Turnstile turnstile,
            Porter porter,
            Finder finder,
            Members members,
            Actors actors,
            Profiles profiles,
            TransactionOperations transactions,
            InstantSource clock) {
        this.policies = policies;
        this.visits = visits;
        this.turnstile = turnstile;
        this.porter = porter;
        this.finder = finder;
        this.members = members;
        this.actors = actors;
        this.profiles = profiles;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Policy policy(TeamId team) {
        return policies.of(team);
    }

    /** Whether the actor may say what the team does about hand-offs. */
    public boolean mayDecide(Actor actor, TeamId team) {
        return members.mayManage(actor, team);
    }

    /**
     * Decides something else, but for the shield. The team's Group says whose viewers it lets in.
     *
     * @param actor an owner of the team
     */
    public void put(Actor actor, TeamId team, Policy policy) {
        require(actor, team);
        transactions.executeWithoutResult(_ -> {
            var before = policies.lock(team);
            policies.put(team, policy.withShield(before.shield()));
            if (before.raids() != policy.raids()) {
                actors.group(team).ifPresent(group -> profiles.changed(Actor.SYSTEM, group.id()));
            }
        });
    }

    /**
     * Lets nobody in from now on, or lets them in again. Whoever was promised a place and has not come is told at once.
     *
     * @param actor anybody of the team
     */
    public void shield(Actor actor, TeamId team, boolean up) {
        if (!isOfTeam(actor, team)) {
            throw new NotAllowedException(actor, "raise the shield of " + team);
        }
        transactions.executeWithoutResult(_ -> {
            policies.put(team, policies.lock(team).withShield(up));
            if (up) {
                takeBack(team);
            }
        });
    }

    /** What was promised is not kept. Takes part in the transaction. */
    private void takeBack(TeamId team) {
        var now = clock.instant();
        visits.held(team, now).forEach(visit -> refuse(visit, now));
    }

    /** Nobody can come any more to what is over. Whoever was let in before is seen by this; nobody is after it. */
    void ended(TeamId team, UUID video) {
        transactions.executeWithoutResult(_ -> {
            policies.lock(team);
            var now = clock.instant();
            visits.held(team, now).stream()
                    .filter(visit -> visit.video().equals(video))
                    .forEach(visit -> refuse(visit, now));
        });
    }

    private void refuse(Visit visit, Instant now) {
        if (visits.release(visit.offer(), visit.from().actor(), now)) {
            actors.group(visit.team())
                    .ifPresent(group ->
                            porter.say(group, visit.from().actor(), visit.from().inbox(), visit.offer(), false));
        }
    }

    /** In the order in which they were named. */
    public List<URI> friends(TeamId team) {
        return policies.friends(team);
    }

    /**
     * Names a team whose host may send everybody at once. Asks there, and blocks.
     *
     * @param actor an owner of the team
     * @param typed a handle, or an address
     */
    public Befriended befriend(Actor actor, TeamId team, String typed) {
        require(actor, team);
        if (policies.friends(team).size() >= MOST_FRIENDS) {
            return new Befriended.TooMany();
        }
        return switch (finder.find(typed)) {
            case Finder.Finding.Somebody(RemoteActor found) -> {
                policies.befriend(team, found.id(), clock.instant());
                yield new Befriended.Done(found.id());
            }
            case Finder.Finding.Nobody(var why) -> new Befriended.Nobody(Chosen.Why.of(why));
        };
    }

    /** Who is meant, for whatever names a team by its address; asks there, and blocks. */
    public Optional<URI> find(String typed) {
        return finder.find(typed) instanceof Finder.Finding.Somebody(RemoteActor found)
                ? Optional.of(found.id())
                : Optional.empty();
    }

    /**
     * Names it no more; false where it was not named.
     *
     * @param actor an owner of the team
     */
    public boolean unfriend(Actor actor, TeamId team, URI friend) {
        require(actor, team);
        return policies.unfriend(team, friend);
    }

    /** Who came lately, the latest first. */
    public List<Guests> guests(TeamId team) {
        return visits.guestsBySource(team, clock.instant().minus(TONIGHT));
    }

    /**
     * Does not want to have had those: they are not counted, and nobody else comes from there tonight.
     *
     * @param actor anybody of the team
     */
    public void undo(Actor actor, TeamId team, URI source) {
        if (!isOfTeam(actor, team)) {
            throw new NotAllowedException(actor, "undo arrivals at " + team);
        }
        transactions.executeWithoutResult(_ -> {
            // Whoever is being let in just now is seen by this, or sees it.
            policies.lock(team);
            var now = clock.instant();
            visits.undo(team, source, now.minus(TONIGHT), now);
            policies.shut(team, source, now.plus(TONIGHT));
        });
    }

    /**
     * Lets somebody in who shows a ticket; empty where it is used, late, foreign or forged: they watch like anybody else.
     *
     * @param actor whoever comes
     * @param ticket as it stood in the address
     */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public Optional<Arrived> arrive(Actor actor, ChannelId channel, String ticket) {
        return turnstile.arrive(channel, ticket);
    }

    private boolean isOfTeam(Actor actor, TeamId team) {
        return actor instanceof Actor.SignedIn(var account, var _)
                && members.seatsOf(account).stream().map(Member::team).anyMatch(team::equals);
    }

    private void require(Actor actor, TeamId team) {
        if (!mayDecide(actor, team)) {
            throw new NotAllowedException(actor, "decide about hand-offs of " + team);
        }
    }
}
