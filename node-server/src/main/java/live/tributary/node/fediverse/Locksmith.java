// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.delivery.DeliveryClass;

/**
 * Makes the new keys that somebody asked for, and destroys old ones when nobody needs them any more.
 *
 * <p>The new RSA key has the name of the old one, as everybody expects. Whoever knows the actor is told of it under the
 * old key; all else is signed with the new one from that moment on. Who was not told yet looks the key up again.
 */
final class Locksmith {

    private static final Logger log = LoggerFactory.getLogger(Locksmith.class);

    /** For so long a replaced RSA key is kept for those who are not reached; then they have to look it up. */
    static final Duration LONGEST_TELLING = Duration.ofDays(2);

    /** What somebody passes on is seldom older. */
    static final Duration PROOFS_KEPT = Duration.ofDays(30);

    private final KeyRenewalStore store;
    private final KeyRings keys;
    private final Speech speech;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Locksmith(
            KeyRenewalStore store,
            KeyRings keys,
            Speech speech,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.speech = speech;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does what there is to do. A pair of keys takes some tenths of a second. */
    void turn() {
        var now = clock.instant();
        // First what is to be destroyed: no trouble with new keys keeps old ones.
        store.destroyRetired(now.minus(LONGEST_TELLING)).forEach(keys::forget);
        store.forgetProofs(now.minus(PROOFS_KEPT)).forEach(keys::forget);
        store.asked().forEach(this::renew);
    }

    private void renew(ActorId actor) {
        var pairs = keys.newPairs(actor);
        transactions.executeWithoutResult(_ -> {
            if (store.lockAsked(actor)) {
                var news = speech.say(
                        actor, Verb.RENEW_KEY, new Subject.OfItself(), Hearers.followersOf(actor), DeliveryClass.LIVE);
                store.replace(actor, pairs, news, clock.instant());
            }
        });
        // After the transaction: whoever looked meanwhile has the old ones still.
        keys.forget(actor);
        log.info("an actor has new keys actor={}", actor);
    }
}
