// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.TravelLane;

/**
 * Looks for somebody who has room for a raft: three are asked at once, the first yes in the order of the draw counts, the
 * places of the others are free again. Blocks for seconds; a thread for each raft.
 */
final class RaftSearch {

    private static final Logger log = LoggerFactory.getLogger(RaftSearch.class);

    private final Downstream downstream;
    private final Scout scout;
    private final Questions questions;
    private final HandoffStore handoffs;
    private final TurnStore turns;
    private final TravelProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Executor threads;

    RaftSearch(
            Downstream downstream,
            Scout scout,
            Questions questions,
            HandoffStore handoffs,
            TurnStore turns,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock,
            Executor threads) {
        this.downstream = downstream;
        this.scout = scout;
        this.questions = questions;
        this.handoffs = handoffs;
        this.turns = turns;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        this.threads = threads;
    }

    /** Until the raft is held, or divided, or stays. */
    void search(Handoff handoff, Raft raft) {
        try {
            // Places that another raft was offered and did not take are free a moment later.
            if (!asks(handoff, raft) && !(handoff.hasOtherRafts() && asks(handoff, raft))) {
                divide(handoff, raft);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean asks(Handoff handoff, Raft raft) throws InterruptedException {
        boolean inTurn = handoff.awaitTurn();
        try {
            return isHeld(handoff, raft);
        } finally {
            if (inTurn) {
                handoff.endTurn();
            }
        }
    }

    private boolean isHeld(Handoff handoff, Raft raft) {
        var order = downstream.order(handoff, raft);
        for (var wave : Waves.of(order)) {
            var yes = ask(handoff, raft, wave);
            if (yes.isPresent()) {
                hold(handoff, raft, yes.get(), order);
                return true;
            }
        }
        return false;
    }

    private void divide(Handoff handoff, Raft raft) {
        var order = downstream.order(handoff, raft);
        var halves = Waves.askAll(order) && !order.isEmpty() && !handoff.isOver(clock.instant())
                ? handoff.split(raft)
                : List.<Raft>of();
        halves.forEach(half -> threads.execute(() -> search(handoff, half)));
        if (halves.isEmpty()) {
            handoff.goes(raft, otherwise(handoff));
            log.info("nobody has room handoff={} raft={}", handoff.id().address(), raft.number());
        }
    }

    /** To somebody who cannot be asked there is a link. */
    private static Whereto otherwise(Handoff handoff) {
        return switch (handoff.aim()) {
            case Aim.First(var target) when !target.canBeAsked() -> new Whereto.Linked(target);
            case Aim.Only(var target) when !target.canBeAsked() -> new Whereto.Linked(target);
            case Aim.Drawn _, Aim.First _, Aim.Only _ -> new Whereto.Nowhere();
        };
    }

    private record Asked(Candidate candidate, URI offer, CompletableFuture<Boolean> answer) {}

    private record Yes(Candidate candidate, TravelLane lane, URI offer) {}

    private Optional<Yes> ask(Handoff handoff, Raft raft, List<Candidate> wave) {
        var asked = new ArrayList<Asked>();
        wave.forEach(candidate -> asked.add(ask(handoff, raft, candidate)));
        var yes = asked.stream().filter(one -> one.answer().join()).findFirst();
        asked.stream()
                .filter(one -> !yes.equals(Optional.of(one)))
                .forEach(one -> threads.execute(() -> free(handoff, raft, one)));
        return yes.map(one -> new Yes(one.candidate(), lane(handoff, one.candidate()), one.offer()));
    }

    /** Whoever is not on air any more is not asked; trouble is a no. */
    private Asked ask(Handoff handoff, Raft raft, Candidate candidate) {
        var offer = handoff.id().offer(raft.number(), handoff.nextQuestion());
        var answer = CompletableFuture.supplyAsync(() -> scout.isLive(candidate.prospect()), threads)
                .thenCompose(live -> live
                        ? questions.ask(handoff, raft, candidate, lane(handoff, candidate), offer)
                        : CompletableFuture.completedFuture(false))
                .exceptionally(trouble -> {
                    log.warn("{} was not asked: {}", candidate.prospect().team(), trouble.toString());
                    return false;
                });
        return new Asked(candidate, offer, answer);
    }

    /** Who says yes after another did holds places that are not needed. */
    private void free(Handoff handoff, Raft raft, Asked asked) {
        if (asked.answer().join()) {
            questions.takeBack(handoff, raft, asked.candidate(), lane(handoff, asked.candidate()), asked.offer());
        }
    }

    private static TravelLane lane(Handoff handoff, Candidate candidate) {
        return handoff.kind() == HandoffKind.HOST
                ? TravelLane.HOST
                : candidate.lane().wire();
    }

    private void hold(Handoff handoff, Raft raft, Yes yes, List<Candidate> order) {
        var now = clock.instant();
        var target = yes.candidate().prospect();
        transactions.executeWithoutResult(_ -> {
            handoffs.accepted(handoff.source().videoId(), handoff.running(), raft.number(), target, raft.size(), now);
            turns.due(
                    order.stream().map(candidate -> candidate.prospect().team()).toList(), raft.size(), now);
        });
        handoff.goes(raft, new Whereto.Held(target, yes.lane(), yes.offer(), until(now)));
        log.info(
                "raft held handoff={} raft={} size={} target={}",
                handoff.id().address(),
                raft.number(),
                raft.size(),
                target.team());
    }

    /** The target began to hold them earlier. */
    private Instant until(Instant now) {
        return now.plus(properties.heldFor()).minus(properties.answerWithin());
    }
}
