// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.outgoing.Passage;
import live.tributary.federation.vocab.outgoing.TravelReceipt;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.lookout.Lookout;

/** Tells sources how many of their viewers were let in, once a raft's places are held no more. */
final class ReceiptWorker extends Lookout {

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final VisitStore visits;
    private final HandoffStore handoffs;
    private final HandoffNames names;
    private final Actors actors;
    private final Addresses addresses;
    private final Letters letters;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    ReceiptWorker(
            VisitStore visits,
            HandoffStore handoffs,
            HandoffNames names,
            Actors actors,
            Addresses addresses,
            Letters letters,
            TransactionOperations transactions,
            InstantSource clock) {
        super("receipts");
        this.visits = visits;
        this.handoffs = handoffs;
        this.names = names;
        this.actors = actors;
        this.addresses = addresses;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected void look() {
        var now = clock.instant();
        transactions.executeWithoutResult(_ -> visits.takeOver(now).forEach(this::tell));
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            visits.forgetBefore(now.minus(KEPT));
        }
    }

    private void tell(Visit visit) {
        int arrived = visits.arrived(visit);
        actors.group(visit.team()).filter(_ -> arrived > 0).ifPresent(group -> tell(group, visit, arrived));
    }

    private void tell(LocalActor.Group group, Visit visit, int arrived) {
        var us = addresses.of(group);
        if (Origins.same(us, visit.from().actor())) {
            names.read(visit.address())
                    .ifPresent(name -> handoffs.receipt(name.video(), name.number(), visit.raft(), us, arrived));
            return;
        }
        var passage = new Passage(visit.origin(), addresses.video(visit.video()), visit.address(), visit.raft());
        letters.send(
                group,
                visit.from().inbox(),
                DeliveryClass.NORMAL,
                id -> new TravelReceipt(id, us, visit.from().actor(), passage, arrived));
    }
}
