// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;

import live.tributary.node.fairturn.Minute;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

/**
 * Snapshots of longer ago, for whoever checks a page. One of many teams takes megabytes and a while to read, so few are read at
 * once, and those asked for last are kept. Any thread that may block.
 */
final class Shelf {

    static final int MOST_KEPT = 4;
    static final int MOST_AT_ONCE = 2;

    private final Function<Minute, Optional<SignedDocument>> store;
    private final Semaphore desks = new Semaphore(MOST_AT_ONCE);
    private final Cache<Minute, Kept> kept =
            CacheBuilder.newBuilder().maximumSize(MOST_KEPT).concurrencyLevel(1).build();

    /** @param store where they are fetched from */
    Shelf(Function<Minute, Optional<SignedDocument>> store) {
        this.store = store;
    }

    /** Nobody says any more who was in it. Empty where it is not kept. */
    Optional<Kept> find(Minute minute) {
        return known(minute).or(() -> read(minute));
    }

    private Optional<Kept> known(Minute minute) {
        return Optional.ofNullable(kept.getIfPresent(minute));
    }

    private Optional<Kept> read(Minute minute) {
        desks.acquireUninterruptibly();
        try {
            return known(minute).or(() -> store.apply(minute).map(this::read));
        } finally {
            desks.release();
        }
    }

    private Kept read(SignedDocument document) {
        var read = new Kept(SnapshotJson.read(document.content()), document, Map.of());
        kept.put(read.snapshot().minute(), read);
        return read;
    }
}
