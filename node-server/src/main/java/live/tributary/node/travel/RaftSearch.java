// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Instant;
import java.time.InstantSource;
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
    private final TakenBack takenBack;
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
            TakenBack takenBack,
            HandoffStore handoffs,
            TurnStore turns,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock,
            Executor threads) {
        this.downstream = downstream;
        this.scout = scout;
        this.questions = questions;
        this.takenBack = takenBack;
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
                // Who thinks better of it meanwhile is asked no more, and everybody else anew.
                return hold(yes.get(), order) || isHeld(handoff, raft);
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

    private record Asked(Question question, CompletableFuture<Boolean> answer) {}

    private Optional<Question> ask(Handoff handoff, Raft raft, List<Candidate> wave) {
        var asked = wave.stream()
                .map(candidate -> ask(new Question(
                        handoff,
                        raft,
                        candidate.prospect(),
                        lane(handoff, candidate),
                        handoff.id().offer(raft.number(), handoff.nextQuestion()))))
                .toList();
        var yes = asked.stream().filter(one -> one.answer().join()).findFirst();
        asked.stream().filter(one -> !yes.equals(Optional.of(one))).forEach(one -> threads.execute(() -> free(one)));
        return yes.map(Asked::question);
    }

    /** The look whether they are on air is part of the time that they have to answer. */
    private Asked ask(Question question) {
        var answer = questions.expect(question);
        threads.execute(() -> lookAndAsk(question, answer));
        return new Asked(question, answer);
    }

    /** Whoever is not on air any more is not asked, nor is anybody whose time went by while it was looked; trouble is a no. */
    private void lookAndAsk(Question question, CompletableFuture<Boolean> answer) {
        try {
            if (!scout.isLive(question.target())) {
                answer.complete(false);
            } else if (!answer.isDone()) {
                questions.ask(question);
            }
        } catch (RuntimeException trouble) {
            log.warn("{} was not asked: {}", question.target().team(), trouble.toString());
            answer.complete(false);
        }
    }

    /** Who says yes after another did holds places that are not needed. */
    private void free(Asked asked) {
        if (asked.answer().join()) {
            questions.takeBack(asked.question());
        }
    }

    private static TravelLane lane(Handoff handoff, Candidate candidate) {
        return handoff.kind() == HandoffKind.HOST
                ? TravelLane.HOST
                : candidate.lane().wire();
    }

    private boolean hold(Question yes, List<Candidate> order) {
        var now = clock.instant();
        var handoff = yes.handoff();
        var raft = yes.raft();
        var target = yes.target();
        boolean held = handoff.holds(
                raft,
                new Whereto.Held(target, yes.lane(), yes.offer(), until(now)),
                () -> takenBack.has(yes.offer(), target.team()));
        if (held) {
            note(yes, order, now);
        }
        log.info(
                "raft held={} handoff={} raft={} size={} target={}",
                held,
                handoff.id().address(),
                raft.number(),
                raft.size(),
                target.team());
        return held;
    }

    private void note(Question yes, List<Candidate> order, Instant now) {
        var handoff = yes.handoff();
        var raft = yes.raft();
        transactions.executeWithoutResult(_ -> {
            handoffs.accepted(
                    handoff.source().videoId(), handoff.running(), raft.number(), yes.target(), raft.size(), now);
            turns.due(
                    order.stream().map(candidate -> candidate.prospect().team()).toList(), raft.size(), now);
        });
    }

    /** The target began to hold them earlier. */
    private Instant until(Instant now) {
        return now.plus(properties.heldFor()).minus(properties.answerWithin());
    }
}
