// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.federation.delivery.Reaction;
import live.tributary.node.lookout.Lookout;

/**
 * Brings what our actors said to other servers, on a thread for each delivery; none of them holds a transaction while it
 * waits for a stranger.
 *
 * <p>Whatever it was at when the node stopped is done after the next start: at most once more than needed, which
 * receivers do not notice, because an activity has an id.
 */
final class DeliveryWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

    /** Longer than any attempt takes, both kinds of signature together. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    /** For so long it is remembered how a host is spoken to that nobody follows from. */
    private static final Duration HOSTS_KEPT = Duration.ofDays(30);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(1);

    private final FanOut fanOut;
    private final Heartbeats heartbeats;
    private final DeliveryStore deliveries;
    private final HostStore hosts;
    private final SayingStore sayings;
    private final Courier courier;
    private final Settlement settlement;
    private final LostInboxes lostInboxes;
    private final Company company;
    private final MissedEnds missedEnds;
    private final KeyRings keys;
    private final Census census;
    private final Locksmith locksmith;
    private final FediverseProperties properties;
    private final InstantSource clock;

    /** Deliveries somebody is at: a clock that jumps ends their leases, but not the attempts. */
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    /** Whether nothing was looked for since the node started. Of the looking thread only. */
    private boolean fresh = true;
    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;
    /** Of the looking thread only. */
    private Instant nextQuestions = Instant.EPOCH;

    DeliveryWorker(
            FanOut fanOut,
            Heartbeats heartbeats,
            DeliveryStore deliveries,
            HostStore hosts,
            SayingStore sayings,
            Courier courier,
            Settlement settlement,
            LostInboxes lostInboxes,
            Company company,
            MissedEnds missedEnds,
            KeyRings keys,
            Census census,
            Locksmith locksmith,
            FediverseProperties properties,
            InstantSource clock) {
        super("fediverse");
        this.fanOut = fanOut;
        this.heartbeats = heartbeats;
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.sayings = sayings;
        this.courier = courier;
        this.settlement = settlement;
        this.lostInboxes = lostInboxes;
        this.company = company;
        this.missedEnds = missedEnds;
        this.keys = keys;
        this.census = census;
        this.locksmith = locksmith;
        this.properties = properties;
        this.clock = clock;
    }

    /** Without keys nothing can be said; it waits until the next start. */
    @Override
    public void start() {
        if (!keys.areLost()) {
            super.start();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") Speech.SomethingSaid said) {
        wake();
    }

    @Override
    protected void look() {
        if (fresh) {
            deliveries.releaseAll();
            missedEnds.tell();
            fresh = false;
        }
        heartbeats.beat();
        fanOut.spreadAll();
        var now = clock.instant();
        if (deliveries.expire(now) > 0) {
            deliveries.dropSequels(now);
        }
        var room = properties.deliveriesAtOnce() - underWay.size();
        if (room > 0) {
            deliveries.claim(now, LEASE, properties.connectionsPerHost(), room).forEach(this::send);
        }
        clean(now);
        ask(now);
    }

    private void send(Claim claim) {
        if (!underWay.add(claim.id())) {
            return;
        }
        begin(() -> {
            try {
                attempt(claim);
            } catch (RuntimeException trouble) {
                // Its lease runs out, and somebody tries again.
                log.warn("delivery {} to {} is in doubt: {}", claim.id(), claim.host(), trouble.toString());
            } finally {
                underWay.remove(claim.id());
                wake();
            }
        });
    }

    private void attempt(Claim claim) {
        if (company.shuns(claim.inbox())) {
            settlement.refuse(claim);
        } else {
            carry(claim);
        }
    }

    private void carry(Claim claim) {
        var habit = hosts.find(claim.host()).orElseGet(KnownHost::unknown).signature();
        var back = courier.carry(claim, habit);
        if (Thread.currentThread().isInterrupted()) {
            // It was us who hung up, which tells nothing of the host.
            return;
        }
        var elsewhere =
                back.reaction() instanceof Reaction.AskForTheActor ? lostInboxes.find(claim) : Optional.<URI>empty();
        elsewhere.ifPresentOrElse(inbox -> settlement.redirect(claim, inbox), () -> settlement.settle(claim, back));
    }

    /** Apart from the looking thread: a silent host must not hold up deliveries to others. */
    private void ask(Instant now) {
        if (!now.isBefore(nextQuestions)) {
            nextQuestions = now.plus(BETWEEN_QUESTIONS);
            begin(() -> {
                try {
                    census.take();
                } catch (RuntimeException trouble) {
                    log.warn("nobody was asked what they run: {}", trouble.toString());
                }
            });
            begin(() -> {
                try {
                    locksmith.turn();
                } catch (RuntimeException trouble) {
                    log.warn("keys are not changed now: {}", trouble.toString());
                }
            });
        }
    }

    private void clean(Instant now) {
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            deliveries.prune(now.minus(properties.keepDeliveries()));
            sayings.prune(now.minus(properties.keepDeliveries()));
            hosts.forgetBefore(now.minus(HOSTS_KEPT));
        }
    }
}
