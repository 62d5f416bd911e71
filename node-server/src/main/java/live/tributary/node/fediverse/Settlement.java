// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.Reaction;
import live.tributary.federation.delivery.RetrySchedule;

/** Writes down what became of a delivery, and what it tells of its host: both or neither. */
final class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final DeliveryStore deliveries;
    private final HostStore hosts;
    private final RetrySchedule schedule;
    private final DeliveryMetrics metrics;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Settlement(
            DeliveryStore deliveries,
            HostStore hosts,
            RetrySchedule schedule,
            DeliveryMetrics metrics,
            TransactionOperations transactions,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.schedule = schedule;
        this.metrics = metrics;
        this.transactions = transactions;
        this.clock = clock;
    }

    void settle(Claim claim, Courier.Return back) {
        transactions.executeWithoutResult(_ -> {
            // Most often nothing is learnt of the host, and then its row is not touched.
            var known = hosts.find(claim.host()).orElseGet(KnownHost::unknown);
            if (known.after(back, clock.instant()).equals(known)) {
                write(claim, back, known.breaker(), known.breaker());
            } else {
                learn(claim, back);
            }
        });
        metrics.settled(back.reaction());
    }

    /** Its inbox is elsewhere: it goes there when it would have been tried again, and that counts as an attempt. */
    void redirect(Claim claim, URI inbox) {
        var now = clock.instant();
        var attempts = claim.attempts() + 1;
        schedule.waitAfter(attempts, claim.urgency())
                .ifPresentOrElse(
                        wait -> deliveries.redirect(claim.id(), inbox, attempts, now.plus(wait), now),
                        () -> deliveries.settle(claim.id(), Fate.EXPIRED, "the inbox is elsewhere", now));
    }

    /** Nothing goes to a host that the operator has blocked. */
    void refuse(Claim claim) {
        deliveries.settle(claim.id(), Fate.REFUSED, "blocked here", clock.instant());
        metrics.settled(new Reaction.StayAway());
    }

    private void learn(Claim claim, Courier.Return back) {
        var before = hosts.lock(claim.host());
        var after = before.after(back, clock.instant());
        hosts.put(claim.host(), after);
        tell(claim.host(), before.breaker(), after.breaker());
        write(claim, back, before.breaker(), after.breaker());
    }

    private void write(Claim claim, Courier.Return back, Breaker before, Breaker after) {
        var now = clock.instant();
        switch (back.reaction()) {
            case Reaction.Arrived _ -> deliveries.settle(claim.id(), Fate.ARRIVED, back.answer(), now);
            case Reaction.TryAgain(var atLeast, var _) -> postpone(claim, back.answer(), atLeast, before, after);
            case Reaction.AskForTheActor(var goneForGood)
            when goneForGood -> deliveries.settle(claim.id(), Fate.REFUSED, back.answer(), now);
            case Reaction.AskForTheActor _ -> postpone(claim, back.answer(), Duration.ZERO, before, after);
            case Reaction.GiveUp _, Reaction.SignOtherwise _, Reaction.StayAway _ ->
                deliveries.settle(claim.id(), Fate.REFUSED, back.answer(), now);
        }
        if (after instanceof Breaker.Gone) {
            deliveries.drop(claim.host(), now);
        }
        // From now on the breaker decides when one of them goes.
        if (after instanceof Breaker.Open && before instanceof Breaker.Closed) {
            deliveries.hurry(claim.host(), now);
        }
    }

    /** A probe of a host in trouble uses up no attempt: it was the host that failed, not the delivery. */
    private void postpone(Claim claim, String answer, Duration atLeast, Breaker before, Breaker after) {
        var now = clock.instant();
        var attempts = before instanceof Breaker.Closed ? claim.attempts() + 1 : claim.attempts();
        schedule.waitAfter(Math.max(1, attempts), claim.urgency())
                .ifPresentOrElse(
                        wait -> deliveries.postpone(
                                claim.id(), attempts, later(now, after, max(wait, atLeast)), answer),
                        () -> deliveries.settle(claim.id(), Fate.EXPIRED, answer, now));
    }

    /** The breaker decides when a probe goes; the row must not hold it back. */
    private static Instant later(Instant now, Breaker after, Duration wait) {
        return after instanceof Breaker.Closed ? now.plus(wait) : now;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void tell(String host, Breaker before, Breaker after) {
        if (!before.getClass().equals(after.getClass())) {
            switch (after) {
                case Breaker.Closed _ -> log.info("host answers again host={}", host);
                case Breaker.Open(var _, var probeAt) ->
                    log.info("host is left in peace host={} until={}", host, probeAt);
                case Breaker.Gone _ -> log.info("host is gone, its queue was dropped host={}", host);
            }
        }
    }
}
