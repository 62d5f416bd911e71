// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.signature.SignatureKind;
import live.tributary.node.kernel.Actor;

/** What we learn of a host when it speaks to us. Safe for any thread that may block. */
public final class Hosts {

    /** For so long it is not looked up again who was heard: a host that got into trouble meanwhile is thought to be so longer. */
    private static final Duration HEARD_FOR = Duration.ofSeconds(10);

    private static final int MOST_HEARD = 10_000;

    private final HostStore store;
    private final DeliveryStore deliveries;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    private final Cache<Voice, Boolean> heard = Caffeine.newBuilder()
            .maximumSize(MOST_HEARD)
            .expireAfterWrite(HEARD_FOR)
            .build();

    Hosts(HostStore store, DeliveryStore deliveries, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is heard of a host in one request. */
    private record Voice(String host, SignatureKind kind) {}

    /**
     * A request of the host's had a valid signature: it is there, and it knows this kind.
     *
     * @param actor the node itself
     * @param host with the port where it is not the usual one, in lower case
     */
    public void heardFrom(Actor actor, String host, SignatureKind kind) {
        Deeds.require(actor, "learn of a host");
        if (heard.asMap().putIfAbsent(new Voice(host, kind), true) == null) {
            hear(host, kind);
        }
    }

    /** Most often there is nothing to learn, and then nothing is written. */
    private void hear(String host, SignatureKind kind) {
        var known = store.find(host).orElseGet(KnownHost::unknown);
        if (!learnt(known, kind).equals(known)) {
            transactions.executeWithoutResult(_ -> learn(host, kind));
        }
    }

    private void learn(String host, SignatureKind kind) {
        var before = store.lock(host);
        store.put(host, learnt(before, kind));
        if (!(before.breaker() instanceof Breaker.Closed)) {
            deliveries.hurry(host, clock.instant());
        }
    }

    private KnownHost learnt(KnownHost known, SignatureKind kind) {
        var breaker = known.breaker() instanceof Breaker.Closed
                ? known.breaker()
                : known.breaker().answered();
        return new KnownHost(breaker, known.signature().heard(kind, clock.instant()));
    }
}
