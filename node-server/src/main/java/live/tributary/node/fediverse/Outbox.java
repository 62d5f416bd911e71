// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.UuidV7;

/**
 * Takes what other parts of the node have put into words, and sees to it that it arrives. Safe for any thread that may
 * block; takes part in the caller's transaction.
 */
public final class Outbox {

    private final SayingStore sayings;
    private final FanOutStore store;
    private final Addresses addresses;
    private final KeyRings keys;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Outbox(
            SayingStore sayings,
            FanOutStore store,
            Addresses addresses,
            KeyRings keys,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.sayings = sayings;
        this.store = store;
        this.addresses = addresses;
        this.keys = keys;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** For a new activity; its address is {@link Addresses#activity}. */
    public UUID nextId() {
        return UuidV7.at(clock.instant());
    }

    /**
     * Sends a document to these inboxes.
     *
     * @param actor the node itself
     * @param sender whose key signs it
     * @param id from {@link #nextId}
     * @param document the whole activity; not written to afterwards
     */
    public void send(Actor actor, LocalActor sender, UUID id, byte[] document, Collection<URI> inboxes) {
        send(actor, sender, id, document, inboxes, DeliveryClass.NORMAL);
    }

    /**
     * The same, with what is worth less after a while.
     *
     * @param actor the node itself
     * @param id from {@link #nextId}
     * @param document the whole activity; not written to afterwards
     */
    public void send(
            Actor actor, LocalActor sender, UUID id, byte[] document, Collection<URI> inboxes, DeliveryClass urgency) {
        Deeds.require(actor, "send an activity");
        transactions.executeWithoutResult(_ -> {
            var letter = write(sender, id, document, Hearers.nobody(), urgency);
            inboxes.forEach(inbox -> {
                store.hurryBefore(letter, inbox, letter.saidAt());
                store.toInbox(letter, inbox, letter.saidAt());
            });
        });
    }

    /**
     * The same with the sender's own proof in it (FEP-8b32), so that others may pass it on.
     *
     * @param actor the node itself
     * @param id from {@link #nextId}
     * @param document the whole activity, in a context that names proofs
     */
    public void sendProven(Actor actor, LocalActor sender, UUID id, ObjectNode document, Collection<URI> inboxes) {
        Deeds.require(actor, "send an activity");
        var proven = EddsaJcs2022.sign(document, keys.proving(sender), clock.instant());
        send(actor, sender, id, JsonMapper.shared().writeValueAsBytes(proven), inboxes);
    }

    /**
     * Sends a document to the followers of its sender.
     *
     * @param actor the node itself
     * @param id from {@link #nextId}
     * @param document the whole activity; not written to afterwards
     */
    public void sendToFollowers(Actor actor, LocalActor sender, UUID id, byte[] document) {
        Deeds.require(actor, "send an activity");
        transactions.executeWithoutResult(_ -> {
            var letter = write(sender, id, document, Hearers.followersOf(sender.id()), DeliveryClass.NORMAL);
            store.toFollowers(letter, addresses.host(), letter.saidAt());
        });
    }

    /**
     * Whether a team has followers who read what a group passes on (FEP-1b12), and nothing else of it.
     *
     * @param actor the node itself
     */
    public boolean hasReaders(Actor actor, LocalActor.Group team) {
        Deeds.require(actor, "send an activity");
        return store.hasFollowers(readersOf(team), addresses.host(), clock.instant());
    }

    /**
     * Passes a document on to those {@linkplain #hasReaders readers}. Others would drop it, or show it twice.
     *
     * @param actor the node itself
     * @param id from {@link #nextId}
     * @param document the whole activity; not written to afterwards
     */
    public void passOnToReaders(Actor actor, LocalActor.Group sender, UUID id, byte[] document) {
        Deeds.require(actor, "send an activity");
        transactions.executeWithoutResult(_ -> {
            var letter = write(sender, id, document, readersOf(sender), DeliveryClass.NORMAL);
            store.toFollowers(letter, addresses.host(), letter.saidAt());
        });
    }

    private static Hearers readersOf(LocalActor.Group team) {
        return Hearers.of(Hearers.Which.GROUP_READERS, team.id());
    }

    private Saying write(LocalActor sender, UUID id, byte[] document, Hearers hearers, DeliveryClass urgency) {
        var now = clock.instant();
        sayings.addLetter(id, sender.id(), document, now);
        events.publishEvent(new Speech.SomethingSaid());
        return new Saying(id, sender.id(), Verb.LETTER, new Subject.OfItself(), hearers, urgency, now);
    }
}
