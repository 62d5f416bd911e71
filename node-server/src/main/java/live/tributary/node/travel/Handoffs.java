// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.handoff.ArrivalToken;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.TokenBuckets;

/**
 * The way that viewers of this node are offered: for their pages. A page has a place, which nobody else knows; who looks at it is
 * never asked. Safe for any thread that may block.
 */
public final class Handoffs {

    private final HandoffBoard board;
    private final HandoffWorker worker;
    private final HandoffStore store;
    private final TurnStore turns;
    private final Scout scout;
    private final Questions questions;
    private final Seals seals;
    private final TravelProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final TokenBuckets joins;

    Handoffs(
            HandoffBoard board,
            HandoffWorker worker,
            HandoffStore store,
            TurnStore turns,
            Scout scout,
            Questions questions,
            Seals seals,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.board = board;
        this.worker = worker;
        this.store = store;
        this.turns = turns;
        this.scout = scout;
        this.questions = questions;
        this.seals = seals;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        this.joins = new TokenBuckets(
                properties.joinsPerHour(), properties.joinsPerHour(), Duration.ofHours(1), System::nanoTime);
    }

    /**
     * A way that is offered now.
     *
     * @param number of the hand-off: another is another offer
     */
    public record Offered(int number, HandoffKind kind) {}

    /** Whether the viewers of a channel are offered a way. From memory. */
    public Optional<Offered> offered(ChannelId channel) {
        return board.of(channel, clock.instant()).map(handoff -> new Offered(handoff.running(), handoff.kind()));
    }

    /**
     * A page wants to be shown the way; empty where none is offered, or too many came.
     *
     * @param random thrown by the page
     * @param together whether it wants to go with the others who say so
     * @param network the part of the network from which it asks
     * @return its place
     */
    public Optional<String> join(ChannelId channel, long random, boolean together, String network) {
        var now = clock.instant();
        return board.of(channel, now)
                .filter(_ -> joins.tryTake(network))
                .flatMap(handoff -> handoff.join(random, together, properties.mostTravellers(), now));
    }

    /** How it stands with a place. */
    public Step look(ChannelId channel, String place) {
        return handoff(channel)
                .flatMap(handoff -> handoff.whereto(place).map(whereto -> step(handoff, whereto)))
                .orElseGet(Step.Nowhere::new);
    }

    private static Step step(Handoff handoff, Whereto whereto) {
        return switch (whereto) {
            case Whereto.Searching() -> new Step.Searching();
            case Whereto.Held(var target, var _, var _, var _) ->
                new Step.Found(target, handoff.kind(), !handoff.source().hasNothingMoreMarked(target));
            case Whereto.Linked(var target) -> new Step.Linked(target, handoff.kind());
            case Whereto.Nowhere() -> new Step.Nowhere();
        };
    }

    /**
     * Not there: the next one, for this place alone.
     *
     * @param actor whoever looks at the page
     */
    public Step elsewhere(@SuppressWarnings("unused") Actor actor, ChannelId channel, String place) {
        handoff(channel).ifPresent(handoff -> handoff.alone(place).ifPresent(raft -> worker.search(handoff, raft)));
        return look(channel, place);
    }

    /** Stays: the place is nobody's any more. */
    public void stay(ChannelId channel, String place) {
        handoff(channel).ifPresent(handoff -> handoff.forget(place));
    }

    /**
     * Goes there now. Where that team is not on air any more, the raft looks for another; where its places are held no more, the same
     * team may be asked again.
     *
     * @param actor whoever looks at the page
     */
    public Step go(@SuppressWarnings("unused") Actor actor, ChannelId channel, String place) {
        return handoff(channel)
                .flatMap(handoff -> handoff.raft(place).map(raft -> go(handoff, raft, place)))
                .orElseGet(Step.Nowhere::new);
    }

    private Step go(Handoff handoff, Raft raft, String place) {
        if (!(handoff.whereto(place).orElseGet(Whereto.Nowhere::new) instanceof Whereto.Held held)) {
            return look(handoff.source().channel(), place);
        }
        if (!scout.isLive(held.target())) {
            scout.lost(held.target());
            lose(handoff, raft, held.target().team());
            return new Step.Searching();
        }
        if (held.until().isBefore(clock.instant())) {
            if (handoff.letGo(raft, held)) {
                worker.search(handoff, raft);
            }
            return new Step.Searching();
        }
        if (handoff.depart(raft, place)) {
            count(handoff, raft, held.target());
        }
        return new Step.Go(ticket(handoff, raft, held.target(), raft.place(place)));
    }

    /** A target that took its yes back, or is not there. */
    void lose(Handoff handoff, Raft raft, URI team) {
        if (handoff.refuse(raft, team)) {
            worker.search(handoff, raft);
        }
    }

    private void count(Handoff handoff, Raft raft, Prospect target) {
        transactions.executeWithoutResult(_ -> {
            int before = store.sent(handoff.source().videoId(), handoff.running(), raft.number());
            turns.received(target.team(), clock.instant());
            if (before == 0) {
                questions.setOut(handoff, raft, target);
            }
        });
    }

    private URI ticket(Handoff handoff, Raft raft, Prospect target, int place) {
        var token = ArrivalToken.sign(
                handoff.id().hash(),
                raft.number(),
                place,
                clock.instant().plus(Turnstile.GOOD_FOR),
                target.video(),
                message -> seals.sign(Actor.SYSTEM, handoff.source().group(), message));
        return ArrivalAddress.of(target.page(), token.text());
    }

    private Optional<Handoff> handoff(ChannelId channel) {
        return board.of(channel, clock.instant());
    }
}
