// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.domains.DomainName;
import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Follower;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.kernel.Actor;

/** What a team decides about who follows it. Safe for any thread that may block. */
public final class FollowRequests {

    private final Actors actors;
    private final Addresses addresses;
    private final Followers followers;
    private final KnownActorStore known;
    private final TieStore ties;
    private final TeamRules rules;
    private final Mail mail;
    private final TransactionOperations transactions;

    FollowRequests(
            Actors actors,
            Addresses addresses,
            Followers followers,
            KnownActorStore known,
            TieStore ties,
            TeamRules rules,
            Mail mail,
            TransactionOperations transactions) {
        this.actors = actors;
        this.addresses = addresses;
        this.followers = followers;
        this.known = known;
        this.ties = ties;
        this.rules = rules;
        this.mail = mail;
        this.transactions = transactions;
    }

    /** Says yes to somebody who waits, and tells them; false where nobody of that address waits.
     *  @param actor an owner of the team that is followed, or whose member is
     *  @param of who is followed */
    public boolean approve(Actor actor, ActorId of, URI follower) {
        return decide(actor, of, follower, "approve a follower", (local, waiting, they) -> {
            if (waiting.state() == Follower.State.ACCEPTED) {
                return false;
            }
            followers.put(Actor.SYSTEM, accepted(waiting));
            mail.accept(local, they, follow(waiting, local));
            return true;
        });
    }

    /** Says no to somebody who waits or follows, and tells them; they may ask again. False where there is nobody.
     *  @param actor an owner of the team that is followed, or whose member is
     *  @param of who is followed */
    public boolean refuse(Actor actor, ActorId of, URI follower) {
        return decide(actor, of, follower, "refuse a follower", (local, known, they) -> {
            ties.end(TieKind.FOLLOW, List.of(follower), addresses.of(local));
            mail.reject(local, they, follow(known, local));
            return followers.remove(Actor.SYSTEM, of, follower);
        });
    }

    /**
     * Makes an end of it with somebody, if they follow, and tells them. Whoever is just being worked on is waited for: it was
     * looked at before they were kept out. Takes part in the caller's transaction.
     */
    void turnOut(LocalActor followed, URI follower) {
        known.lock(follower);
        followers.find(followed.id(), follower).ifPresent(row -> {
            ties.end(TieKind.FOLLOW, List.of(follower), addresses.of(followed));
            followers.remove(Actor.SYSTEM, followed.id(), follower);
            tell(followed, row);
        });
    }

    /**
     * Makes an end of it with all who follow from a server. Nobody is waited for: a lock for each of them would fill the
     * database's table of locks, which all share. Takes part in the caller's transaction.
     *
     * @param mostTold so many of them are told, the latest first; the others find out when they look
     * @return how many were told
     */
    int turnOut(LocalActor followed, DomainName server, int mostTold) {
        var gone = followers.removeOn(Actor.SYSTEM, server.value(), followed.id());
        ties.end(TieKind.FOLLOW, gone.stream().map(Follower::address).toList(), addresses.of(followed));
        var told = gone.stream().limit(mostTold).toList();
        told.forEach(follower -> tell(followed, follower));
        return told.size();
    }

    private void tell(LocalActor followed, Follower follower) {
        known.find(follower.address()).ifPresent(they -> mail.reject(followed, they, follow(follower, followed)));
    }

    /** What is done about a follower. */
    private interface Decision {
        boolean take(LocalActor followed, Follower follower, KnownActor they);
    }

    private boolean decide(Actor actor, ActorId of, URI follower, String deed, Decision decision) {
        var local = local(of);
        local.ifPresent(found -> rules.require(actor, found, deed));
        return local.isPresent()
                && transactions.execute(_ -> {
                    known.lock(follower);
                    var row = followers.find(of, follower);
                    var they = known.find(follower);
                    return row.isPresent() && they.isPresent() && decision.take(local.get(), row.get(), they.get());
                });
    }

    private Optional<LocalActor> local(ActorId id) {
        return actors.find(id) instanceof ActorLookup.Known(var actor) ? Optional.of(actor) : Optional.empty();
    }

    private static Follower accepted(Follower waiting) {
        return new Follower(
                waiting.of(),
                waiting.address(),
                waiting.follow(),
                waiting.inbox(),
                waiting.sharedInbox(),
                waiting.kind(),
                Follower.State.ACCEPTED);
    }

    /** The Follow as it was, as far as an answer needs it. */
    private ObjectNode follow(Follower follower, LocalActor followed) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "Follow")
                .put("id", follower.follow().toString())
                .put("actor", follower.address().toString())
                .put("object", addresses.of(followed).toString());
    }
}
