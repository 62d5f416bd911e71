// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;

/**
 * Looks whether somebody who is followed is still there, has moved, and what is on air there: right after they said yes, and
 * now and then, because news may have been lost. Blocks; no transaction may be open.
 */
final class FolloweeLook {

    private static final Logger log = LoggerFactory.getLogger(FolloweeLook.class);

    /** Of a list of what is on air, or of the first page of an outbox. */
    private static final int MOST_ITEMS = 20;

    /** Who came by a move is not followed to the next place before. */
    private static final Duration BETWEEN_MOVES = Duration.ofDays(30);

    private final Acquaintances acquaintances;
    private final Originals originals;
    private final FolloweeStore followees;
    private final Followings followings;
    private final Hints hints;
    private final People people;
    private final FollowingProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    FolloweeLook(
            Acquaintances acquaintances,
            Originals originals,
            FolloweeStore followees,
            Followings followings,
            Hints hints,
            People people,
            FollowingProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.acquaintances = acquaintances;
        this.originals = originals;
        this.followees = followees;
        this.followings = followings;
        this.hints = hints;
        this.people = people;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    void look(Due due) {
        var id = due.address();
        var pause = properties.lookEvery();
        var budget = Budget.ofOneActivity();
        switch (acquaintances.at(id, budget)) {
            case Acquaintances.Meeting.With(var actor)
            when actor.id().equals(id) -> {
                if (!meet(actor, budget)) {
                    pause = Belief.BEFORE_ANOTHER_TRY;
                }
            }
            case Acquaintances.Meeting.Gone() -> followees.gone(id);
            // Who answers with nonsense is asked once more later, as is who does not answer. A server that is mended
            // knows nobody for an hour.
            case Acquaintances.Meeting.With _,
                    Acquaintances.Meeting.WithNobody(),
                    Acquaintances.Meeting.Missing(),
                    Acquaintances.Meeting.NotNow() -> followees.silent(id, clock.instant());
        }
        followees.lookAgain(due, clock.instant().plus(pause));
    }

    /** False where it could not be read what is on air there. */
    private boolean meet(RemoteActor actor, Budget budget) {
        people.meet(Actor.SYSTEM, actor);
        followees.reached(actor.id(), Acquaintances.kind(actor), actor.inbox());
        var moved = newHome(actor, budget);
        if (moved.isPresent()) {
            move(actor.id(), moved.get());
            return true;
        }
        return followees
                .find(actor.id())
                .filter(Followee::pointsAtBroadcasts)
                .map(followee -> seeWhatIsOnAir(actor, followee, budget))
                .orElse(true);
    }

    private boolean seeWhatIsOnAir(RemoteActor actor, Followee followee, Budget budget) {
        var videos = onAir(actor, followee, budget);
        videos.ifPresent(found -> transactions.executeWithoutResult(_ -> {
            found.forEach(video -> hints.note(video, actor.id()));
            followees.greeted(actor.id());
        }));
        return videos.isPresent();
    }

    /** Where somebody says that they have moved, if whoever is there says the same (FEP-7628). */
    private Optional<RemoteActor> newHome(RemoteActor actor, Budget budget) {
        return actor.link(ActorLink.MOVED_TO)
                .filter(target -> !target.equals(actor.id()))
                .flatMap(target -> acquaintances.at(target, budget) instanceof Acquaintances.Meeting.With(var there)
                                && there.alsoKnownAs().contains(actor.id())
                        ? Optional.of(there)
                        : Optional.empty())
                // Another address of the same actor is no other place; and nobody is sent to and fro.
                .filter(there -> !there.id().equals(actor.id()))
                .filter(_ ->
                        !followees.hasMovedSince(actor.id(), clock.instant().minus(BETWEEN_MOVES)));
    }

    private void move(URI from, RemoteActor to) {
        transactions.executeWithoutResult(
                _ -> followees.lock(from).ifPresent(followee -> followings.move(followee, to)));
        log.info("followed at a new place from={} to={}", from, to.id());
    }

    /**
     * Nodes of our kind keep a list. Others have an outbox, in which most is over: that is read once. Empty where their server
     * does not answer just now.
     */
    private Optional<List<URI>> onAir(RemoteActor actor, Followee followee, Budget budget) {
        var lists =
                followee.greeted() ? Stream.of(ActorLink.LIVE_NOW) : Stream.of(ActorLink.LIVE_NOW, ActorLink.OUTBOX);
        return lists.flatMap(link -> actor.link(link).stream())
                .filter(collection -> Origins.same(collection, actor.id()))
                .findFirst()
                .map(address -> read(address, budget, found -> items(address, found, budget)))
                .orElseGet(FolloweeLook::nothing);
    }

    private Optional<List<URI>> items(URI address, RemoteCollection collection, Budget budget) {
        var own = collection.objects(MOST_ITEMS);
        if (!own.isEmpty()) {
            return Optional.of(own);
        }
        var embedded = collection.embeddedPage();
        return embedded.isPresent()
                ? embedded.map(page -> page.objects(MOST_ITEMS))
                : collection
                        .firstPage()
                        .filter(page -> Origins.same(page, address))
                        .map(page -> read(page, budget, found -> Optional.of(found.objects(MOST_ITEMS))))
                        .orElseGet(FolloweeLook::nothing);
    }

    private Optional<List<URI>> read(
            URI address, Budget budget, Function<RemoteCollection, Optional<List<URI>>> items) {
        return switch (originals.at(address, budget)) {
            case Original.There(var document) ->
                RemoteCollection.read(document).map(items).orElseGet(FolloweeLook::nothing);
            case Original.Gone(), Original.Missing(), Original.Unfit _ -> nothing();
            case Original.NotNow _ -> Optional.empty();
        };
    }

    private static Optional<List<URI>> nothing() {
        return Optional.of(List.of());
    }
}
