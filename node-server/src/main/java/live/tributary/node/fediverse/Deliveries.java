// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;

/** What the operator sees of deliveries, and may do about them. Safe for any thread that may block. */
public final class Deliveries {

    /** A page does not grow with the fediverse. */
    private static final int MOST_HOSTS = 500;

    private final HostReportStore reports;
    private final DeliveryStore deliveries;
    private final HostStore hosts;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Deliveries(
            HostReportStore reports,
            DeliveryStore deliveries,
            HostStore hosts,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.reports = reports;
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How it goes with each host, those with the most to wait for first.
     *
     * @param actor the owner of the node
     */
    public List<HostReport> byHost(Actor actor) {
        Deeds.require(actor, "look at deliveries");
        return reports.all(MOST_HOSTS);
    }

    /** How far an activity for one inbox has got; empty when that is not remembered any more.
     *  @param activity from {@link Outbox#nextId} */
    public Optional<Progress> progress(UUID activity) {
        return deliveries.progress(activity);
    }

    /**
     * Tries everything that waits for the host now, as if it had just answered.
     *
     * @param actor the owner of the node
     */
    public int retry(Actor actor, String host) {
        Deeds.require(actor, "retry deliveries");
        return transactions.execute(_ -> {
            var known = hosts.lock(host);
            hosts.put(host, new KnownHost(known.breaker().answered(), known.signature()));
            events.publishEvent(new Speech.SomethingSaid());
            return deliveries.hurry(host, clock.instant());
        });
    }

    /**
     * Sends nothing of what waits for the host.
     *
     * @param actor the owner of the node
     */
    public int drop(Actor actor, String host) {
        Deeds.require(actor, "drop deliveries");
        return deliveries.drop(host, clock.instant());
    }
}
