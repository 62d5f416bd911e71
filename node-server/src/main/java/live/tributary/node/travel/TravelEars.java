// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.InstantSource;

import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.federation.vocab.Undo;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.HeartbeatCame;

/**
 * Hears what teams elsewhere say about hand-offs. What is to be kept is kept in the transaction in which the inbox notes it as
 * done. Whoever waits is told after it, on a thread of its own: the transaction is over then, and takes nothing any more.
 */
final class TravelEars {

    private final Porter porter;
    private final Answers answers;
    private final TakenBack takenBack;
    private final HandoffBoard board;
    private final Handoffs handoffs;
    private final HandoffStore store;
    private final VisitStore visits;
    private final Pulses pulses;
    private final HandoffNames names;
    private final HandoffWorker worker;
    private final InstantSource clock;

    TravelEars(
            Porter porter,
            Answers answers,
            TakenBack takenBack,
            HandoffBoard board,
            Handoffs handoffs,
            HandoffStore store,
            VisitStore visits,
            Pulses pulses,
            HandoffNames names,
            HandoffWorker worker,
            InstantSource clock) {
        this.porter = porter;
        this.answers = answers;
        this.takenBack = takenBack;
        this.board = board;
        this.handoffs = handoffs;
        this.store = store;
        this.visits = visits;
        this.pulses = pulses;
        this.names = names;
        this.worker = worker;
        this.clock = clock;
    }

    @EventListener
    void keep(ActorSpoke spoke) {
        var actor = spoke.activity().envelope().actor();
        if (spoke.activity() instanceof Undo(var _, Reference.Embedded(var offer, var document))
                && ActivityReader.read(document) instanceof ActivityReading.Understood(Offer _)) {
            takeBack(offer, actor);
        } else if (spoke.activity() instanceof Travel travel) {
            travel.arrived().ifPresent(arrived -> receipt(travel, actor, arrived));
        }
    }

    @EventListener
    void hear(HeartbeatCame came) {
        var envelope = came.offer().envelope();
        pulses.heard(envelope.actor(), envelope.arrivals());
    }

    /** Remembered first: whoever is letting them in just now frees the places, or this does. */
    private void takeBack(URI offer, URI actor) {
        if (Origins.same(offer, actor)) {
            takenBack.remember(offer, actor);
        }
        visits.release(offer, actor, clock.instant());
    }

    private void receipt(Travel travel, URI target, int arrived) {
        travel.raft()
                .ifPresent(raft -> names.read(raft.handoff())
                        .ifPresent(name -> store.receipt(name.video(), name.number(), raft.number(), target, arrived)));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void tell(ActorSpoke spoke) {
        if (spoke.activity() instanceof Offer offer) {
            TravelOffer.read(offer).ifPresent(wish -> worker.run(() -> porter.answer(offer, wish)));
        } else if (spoke.activity() instanceof Accept(var envelope, var object)) {
            object.id().ifPresent(asked -> worker.run(() -> answers.heard(asked, envelope.actor(), true)));
        } else if (spoke.activity() instanceof Reject(var envelope, var object)) {
            object.id().ifPresent(asked -> worker.run(() -> refuse(asked, envelope.actor())));
        }
    }

    /** No, or no longer: of whom a raft is held already, it looks for another. Of whom it is not yet, that is remembered. */
    private void refuse(URI offer, URI team) {
        if (!answers.heard(offer, team, false) && board.hasAsked(offer)) {
            takenBack.remember(offer, team);
            board.heldBy(offer)
                    .ifPresent(handoff -> handoff.heldBy(offer)
                            .filter(raft -> handoff.isHeldBy(raft, team))
                            .ifPresent(raft -> handoffs.lose(handoff, raft, team)));
        }
    }
}
