// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Grounds;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Follower;
import live.tributary.node.fediverse.Followers;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.LocalRings;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.kernel.Actor;

/** Keeps the followers as the ties say. Takes part in the caller's transaction, which has locked the follower. */
final class Follows {

    private final TieStore ties;
    private final KnownActorStore known;
    private final Actors actors;
    private final Addresses addresses;
    private final Followers followers;
    private final TeamRules rules;
    private final TeamListings listings;
    private final LocalRings rings;
    private final DomainPolicies policies;
    private final Blocks blocks;
    private final Grounds grounds;
    private final Mail mail;

    Follows(
            TieStore ties,
            KnownActorStore known,
            Actors actors,
            Addresses addresses,
            Followers followers,
            TeamRules rules,
            TeamListings listings,
            LocalRings rings,
            DomainPolicies policies,
            Blocks blocks,
            Grounds grounds,
            Mail mail) {
        this.ties = ties;
        this.known = known;
        this.actors = actors;
        this.addresses = addresses;
        this.followers = followers;
        this.rules = rules;
        this.listings = listings;
        this.rings = rings;
        this.policies = policies;
        this.blocks = blocks;
        this.grounds = grounds;
        this.mail = mail;
    }

    /** Somebody asks to follow, perhaps again: who is a follower, or is kept out, is told so each time. */
    String ask(Tie follow, ObjectNode activity, KnownActor actor) {
        var unwanted = followed(follow.object()).filter(local -> isKeptOut(actor.id(), local));
        if (unwanted.isPresent()) {
            mail.reject(unwanted.get(), actor, activity);
            return turnOut(unwanted.get(), follow.object(), actor.id());
        }
        var words = settle(follow.actor(), follow.object());
        followed(follow.object())
                .filter(local -> isFollower(local, actor.id()))
                .ifPresent(local -> mail.accept(local, actor, activity));
        return words;
    }

    /** Makes the list of followers say what the ties say. */
    String settle(URI follower, URI address) {
        var followed = followed(address);
        if (followed.isEmpty()) {
            return "there is nobody here whom one could follow at this address";
        }
        var local = followed.get();
        var holding = holding(follower, address);
        if (isKeptOut(follower, local)) {
            return turnOut(local, address, follower);
        }
        if (holding.isEmpty()) {
            return followers.remove(Actor.SYSTEM, local.id(), follower) ? "follows no more" : "does not follow";
        }
        return known.find(follower)
                .map(actor -> put(local, actor, holding.get()))
                .orElse("nobody knows who wants to follow");
    }

    /** Whomever they follow, what we send goes to where they are now. */
    void move(KnownActor actor) {
        ties.objects(TieKind.FOLLOW, actor.id()).forEach(followed -> settle(actor.id(), followed));
    }

    /** Nobody follows a steward, who never says anything, nor a ring, which tells its members. */
    Optional<LocalActor> followed(URI address) {
        return addresses
                .actor(address)
                .map(actors::find)
                .flatMap(found -> found instanceof ActorLookup.Known(var actor) ? Optional.of(actor) : Optional.empty())
                .filter(actor -> !(actor instanceof LocalActor.Steward || actor instanceof LocalActor.Ring));
    }

    private String put(LocalActor followed, KnownActor actor, URI follow) {
        var state = isFollower(followed, actor.id()) || !hasToWait(followed, actor)
                ? Follower.State.ACCEPTED
                : Follower.State.PENDING;
        followers.put(
                Actor.SYSTEM,
                new Follower(
                        followed.id(), actor.id(), follow, actor.inbox(), actor.sharedInbox(), actor.type(), state));
        return state == Follower.State.ACCEPTED ? "follows" : "waits for the team to decide";
    }

    private boolean isKeptOut(URI follower, LocalActor local) {
        return grounds.of(local)
                .filter(ground -> blocks.keepOut(follower, ground))
                .isPresent();
    }

    /** What they asked for is over for good: who is let in again asks anew. */
    private String turnOut(LocalActor local, URI address, URI follower) {
        ties.end(TieKind.FOLLOW, List.of(follower), address);
        followers.remove(Actor.SYSTEM, local.id(), follower);
        return "is kept out by whom they want to follow";
    }

    private boolean isFollower(LocalActor followed, URI follower) {
        return followers
                .find(followed.id(), follower)
                .filter(one -> one.state() == Follower.State.ACCEPTED)
                .isPresent();
    }

    private boolean hasToWait(LocalActor followed, KnownActor actor) {
        return (rules.of(followed).approveFollowers() && !isChosen(followed, actor))
                || policies.standing(actor.id().getHost()).limited();
    }

    /** A directory, or the server of a member of a ring, has to follow a team to hear of it: who chose them has said yes. */
    private boolean isChosen(LocalActor followed, KnownActor follower) {
        return followed instanceof LocalActor.Group(var _, var _, var team, var _)
                && (listings.hasChosen(team, follower.id())
                        || (follower.type().equals("Application") && rings.isMate(team, follower.id())));
    }

    /** The Follow that counts; none while whoever follows blocks whom they follow. */
    private Optional<URI> holding(URI follower, URI followed) {
        return ties.holding(TieKind.BLOCK, follower, followed).isPresent()
                ? Optional.empty()
                : ties.holding(TieKind.FOLLOW, follower, followed);
    }
}
