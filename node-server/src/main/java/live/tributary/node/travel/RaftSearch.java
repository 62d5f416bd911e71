// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
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

    /** Until the raft is held, or divided, or stays; for as long as three waves may take, its halves and all. */
    void search(Handoff handoff, Raft raft) {
        search(handoff, raft, clock.instant().plus(properties.answerWithin().multipliedBy(Waves.MOST)));
    }

    private void search(Handoff handoff, Raft raft, Instant end) {
        try {
            // Places that another raft was offered and did not take are free a moment later.
            if (!askInTurn(handoff, raft, end) && !(handoff.hasOtherRafts() && askInTurn(handoff, raft, end))) {
                divide(handoff, raft, end);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) {
            log.error("search ended handoff={} raft={}", handoff.id().address(), raft.number(), trouble);
            handoff.giveUp(raft, otherwise(handoff));
        }
    }

    /** Whether the raft is held now. */
    private boolean askInTurn(Handoff handoff, Raft raft, Instant end) throws InterruptedException {
        boolean inTurn = handoff.awaitTurn();
        try {
            return askInWaves(handoff, raft, end);
        } finally {
            if (inTurn) {
                handoff.endTurn();
            }
        }
    }

    private boolean askInWaves(Handoff handoff, Raft raft, Instant end) {
        var order = downstream.order(handoff, raft);
        for (var wave : Waves.of(order)) {
            var yes = ask(handoff, raft, wave, end);
            if (yes.isPresent()) {
                // A team that thinks better of it meanwhile is asked no more, and all others anew.
                return hold(yes.get(), order) || askInWaves(handoff, raft, end);
            }
        }
        return false;
    }

    private void divide(Handoff handoff, Raft raft, Instant end) {
        var order = downstream.order(handoff, raft);
        var now = clock.instant();
        var halves = Waves.askAll(order) && !order.isEmpty() && now.isBefore(end) && !handoff.isOver(now)
                ? handoff.split(raft)
                : List.<Raft>of();
        halves.forEach(half -> threads.execute(() -> search(handoff, half, end)));
        if (halves.isEmpty()) {
            handoff.settle(raft, otherwise(handoff));
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

    private record Asked(Question question, CompletableFuture<Answer> answer) {}

    /** Empty also where no time is left. */
    private Optional<Question> ask(Handoff handoff, Raft raft, List<Candidate> wave, Instant end) {
        var patience = patience(end);
        if (!patience.isPositive()) {
            return Optional.empty();
        }
        var asked = wave.stream()
                .map(candidate -> ask(question(handoff, raft, candidate), patience))
                .toList();
        var yes =
                asked.stream().filter(one -> one.answer().join() == Answer.YES).findFirst();
        // After a yes nobody waits for the others; without one all have answered, and who is asked next goes by it.
        Executor passing = yes.isPresent() ? threads : Runnable::run;
        asked.stream()
                .filter(one -> !yes.equals(Optional.of(one)))
                .forEach(one -> passing.execute(() -> passOver(one)));
        return yes.map(Asked::question);
    }

    private Duration patience(Instant end) {
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(properties.answerWithin()) < 0 ? left : properties.answerWithin();
    }

    private static Question question(Handoff handoff, Raft raft, Candidate candidate) {
        return new Question(
                handoff,
                raft,
                candidate.prospect(),
                lane(handoff, candidate),
                handoff.id().offer(raft.number(), handoff.nextQuestion()));
    }

    /** The look whether they are on air is part of the time that they have to answer. */
    private Asked ask(Question question, Duration patience) {
        var answer = questions.expect(question, patience);
        threads.execute(() -> lookAndAsk(question, answer));
        return new Asked(question, answer);
    }

    /** Whoever is not on air any more is not asked, nor is anybody whose time went by while it was looked; trouble is a no. */
    private void lookAndAsk(Question question, CompletableFuture<Answer> answer) {
        try {
            if (!scout.isLive(question.target())) {
                answer.complete(Answer.NO);
            } else if (!answer.isDone()) {
                questions.ask(question);
            }
        } catch (RuntimeException trouble) {
            log.warn("{} was not asked: {}", question.target().team(), trouble.toString());
            answer.complete(Answer.NO);
        }
    }

    /** A team that says yes after another did holds places that are not needed. */
    private void passOver(Asked asked) {
        switch (asked.answer().join()) {
            case YES -> questions.takeBack(asked.question());
            case SILENCE ->
                asked.question().handoff().noteSilence(asked.question().target().team());
            case NO -> {}
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
        boolean held = handoff.hold(
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
