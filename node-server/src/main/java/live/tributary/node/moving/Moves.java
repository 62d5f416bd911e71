// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;
import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.moving.FarAccounts.Finding;
import live.tributary.node.team.Members;

/**
 * Teams and members who come from another server, or go to one. Both sides have to say that they are one: nobody takes
 * another's followers (FEP-7628). Safe for any thread that may block; asks other servers, so never within a transaction.
 */
public final class Moves {

    private static final Logger log = LoggerFactory.getLogger(Moves.class);

    /** Every server that reads one of our actors gets all of them. */
    static final int MOST_FORMER_ADDRESSES = 10;

    private final MovingStore store;
    private final FarAccounts accounts;
    private final Addresses addresses;
    private final Members members;
    private final Profiles profiles;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Moves(
            MovingStore store,
            FarAccounts accounts,
            Addresses addresses,
            Members members,
            Profiles profiles,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.addresses = addresses;
        this.members = members;
        this.profiles = profiles;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Accounts elsewhere from which followers may come, in the order of their names. */
    public List<FormerAddress> formerAddresses(ActorId who) {
        return store.formerAddresses(who);
    }

    /** Where the actor is to be followed instead; empty while it lives here. */
    public Optional<Departure> departure(ActorId who) {
        return store.departure(who);
    }

    /** Whether the actor may say where this one lives: an owner of the team for the team, a member in person for themselves. */
    public boolean mayMove(Actor actor, LocalActor who) {
        return switch (who) {
            case LocalActor.Group group -> members.mayManage(actor, group.team());
            case LocalActor.Person person -> isInPerson(actor, person.member());
            case LocalActor.Application _, LocalActor.Ring _, LocalActor.Steward _ -> false;
        };
    }

    /**
     * Says that an account elsewhere is this one, too, so that it can send its followers here; one that is known is looked at
     * again.
     *
     * @param actor an owner of the team, or the member in person
     */
    public MoveOutcome addFormer(Actor actor, LocalActor who, Handle account) {
        require(actor, who);
        return with(account, found -> addFormer(who, found));
    }

    private MoveOutcome addFormer(LocalActor who, Finding.Found found) {
        var address = found.actor().id();
        var here = addresses.of(who);
        var known = store.formerAddresses(who.id());
        var isNew = known.stream().noneMatch(former -> former.address().equals(address));
        if (address.equals(here)) {
            return new MoveOutcome.Refused(Obstacle.ITSELF);
        }
        if (isNew && known.size() >= MOST_FORMER_ADDRESSES) {
            return new MoveOutcome.Refused(Obstacle.TOO_MANY);
        }
        var movedHere =
                found.actor().link(ActorLink.MOVED_TO).filter(here::equals).isPresent();
        var former = new FormerAddress(address, found.handle().toString(), movedHere, clock.instant());
        transactions.executeWithoutResult(_ -> {
            store.put(who.id(), former);
            if (isNew) {
                profiles.changed(Actor.SYSTEM, who.id());
            }
        });
        return new MoveOutcome.Done();
    }

    /**
     * Says no more that an account elsewhere is this one; false where that was not said.
     *
     * @param actor an owner of the team, or the member in person
     */
    public boolean dropFormer(Actor actor, LocalActor who, URI address) {
        require(actor, who);
        return tell(who, () -> store.drop(who.id(), address));
    }

    /**
     * Sends everybody who follows this one to an account elsewhere, which has to say already that it is this one, too.
     *
     * @param actor an owner of the team, or the member in person
     */
    public MoveOutcome leave(Actor actor, LocalActor who, Handle account) {
        require(actor, who);
        return with(account, found -> leave(who, found));
    }

    private MoveOutcome leave(LocalActor who, Finding.Found found) {
        var here = addresses.of(who);
        var obstacle = obstacle(here, found.actor());
        if (obstacle.isPresent()) {
            return new MoveOutcome.Refused(obstacle.get());
        }
        var target = found.actor().id();
        var page = found.actor().link(ActorLink.PAGE).orElse(target);
        var departure = new Departure(target, found.handle().toString(), page, clock.instant());
        transactions.executeWithoutResult(_ -> {
            store.leave(who.id(), departure);
            profiles.moved(Actor.SYSTEM, who.id());
            profiles.changed(Actor.SYSTEM, who.id());
        });
        log.info("an actor has moved actor={} to={}", who.id(), target);
        return new MoveOutcome.Done();
    }

    /** The target has to say the same: otherwise one could give one's followers to somebody who does not want them. */
    private static Optional<Obstacle> obstacle(URI here, RemoteActor target) {
        if (target.id().equals(here)) {
            return Optional.of(Obstacle.ITSELF);
        }
        if (!target.alsoKnownAs().contains(here)) {
            return Optional.of(Obstacle.DOES_NOT_NAME_US);
        }
        return target.link(ActorLink.MOVED_TO).map(_ -> Obstacle.HAS_MOVED);
    }

    /**
     * Lives here again; false where it does. Who was sent elsewhere stays there.
     *
     * @param actor an owner of the team, or the member in person
     */
    public boolean comeBack(Actor actor, LocalActor who) {
        require(actor, who);
        return tell(who, () -> store.comeBack(who.id()));
    }

    /** @param change false where it was so before */
    private boolean tell(LocalActor who, BooleanSupplier change) {
        return transactions.execute(_ -> {
            var changed = change.getAsBoolean();
            if (changed) {
                profiles.changed(Actor.SYSTEM, who.id());
            }
            return changed;
        });
    }

    private MoveOutcome with(Handle account, Function<Finding.Found, MoveOutcome> then) {
        return switch (accounts.find(account)) {
            case Finding.Found found -> then.apply(found);
            case Finding.NotFound(var why) -> new MoveOutcome.Refused(why);
        };
    }

    private void require(Actor actor, LocalActor who) {
        if (!mayMove(actor, who)) {
            throw new NotAllowedException(actor, "say where " + who.id() + " lives");
        }
    }

    private boolean isInPerson(Actor actor, MemberId member) {
        return actor instanceof Actor.SignedIn(var account, var _)
                && members.find(member)
                        .filter(seat -> seat.account().equals(account))
                        .isPresent();
    }
}
