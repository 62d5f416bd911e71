// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.InstantSource;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.signature.SignatureKind;
import live.tributary.node.kernel.Actor;

/** What we learn of a host when it speaks to us. Safe for any thread that may block. */
public final class Hosts {

    private final HostStore store;
    private final DeliveryStore deliveries;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Hosts(HostStore store, DeliveryStore deliveries, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A request of the host's had a valid signature: it is there, and it knows this kind.
     *
     * @param actor the node itself
     * @param host with the port where it is not the usual one, in lower case
     */
    public void heardFrom(Actor actor, String host, SignatureKind kind) {
        Deeds.require(actor, "learn of a host");
        // Most often there is nothing to learn, and then nothing is written.
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
