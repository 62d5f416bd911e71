// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.lookout.Lookout;

/** Reads for whom teams vouch, at their own address, on a thread for each. */
final class VouchWorker extends Lookout {

    private static final Logger log = LoggerFactory.getLogger(VouchWorker.class);

    /** Of one team; what stands behind is not read. */
    static final int MOST_OF_ONE = 100;

    /** Beside whenever a team says something: a month begins without anybody saying so. */
    private static final Duration BETWEEN_READS = Duration.ofHours(6);

    private static final int MOST_AT_ONCE = 8;

    private final VouchStore store;
    private final Counting counting;
    private final SameHands sameHands;
    private final Originals originals;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final AtomicInteger underWay = new AtomicInteger();

    VouchWorker(
            VouchStore store,
            Counting counting,
            SameHands sameHands,
            Originals originals,
            TransactionOperations transactions,
            InstantSource clock) {
        super("vouches");
        this.store = store;
        this.counting = counting;
        this.sameHands = sameHands;
        this.originals = originals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") VouchEars.Heard heard) {
        wake();
    }

    @Override
    protected void look() {
        store.claim(clock.instant(), BETWEEN_READS, MOST_AT_ONCE - underWay.get())
                .forEach(this::begin);
    }

    private void begin(VouchStore.Reading reading) {
        underWay.incrementAndGet();
        begin(() -> {
            try {
                read(reading).ifPresent(vouched -> take(reading, vouched));
            } catch (RuntimeException trouble) {
                log.warn("vouches of {} are read later", reading.voucher(), trouble);
            } finally {
                underWay.decrementAndGet();
                wake();
            }
        });
    }

    private void take(VouchStore.Reading reading, List<URI> vouched) {
        var hands = sameHands.domains(reading.voucher(), reading.domain());
        transactions.executeWithoutResult(_ -> counting.take(reading, hands, vouched, clock.instant()));
    }

    /** Empty where its server does not say, just now: what it said before holds. */
    private Optional<List<URI>> read(VouchStore.Reading reading) {
        return switch (originals.at(reading.collection(), Budget.ofOneActivity())) {
            case Original.There(var document) ->
                RemoteCollection.read(document)
                        .map(found -> found.objects(MOST_OF_ONE).stream()
                                .filter(team -> !Origins.same(team, reading.voucher()))
                                .toList());
            case Original.Gone() -> Optional.of(List.of());
            case Original.Missing(), Original.Unfit _, Original.NotNow _ -> Optional.empty();
        };
    }
}
