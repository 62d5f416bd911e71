// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets those who look for one key at the same time share one fetch: the first deliveries of a server that we do not know come
 * together, and all name the same key. Safe for any thread.
 */
final class SharedFetches {

    private final ConcurrentMap<URI, CompletableFuture<KeyLookUp>> running = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience for how long somebody else's fetch is waited for */
    SharedFetches(Duration patience) {
        this.patience = patience;
    }

    /** Fetches, or waits for whoever does already. */
    KeyLookUp of(URI keyId, Supplier<KeyLookUp> fetch) {
        var mine = new CompletableFuture<KeyLookUp>();
        var other = running.putIfAbsent(keyId, mine);
        if (other != null) {
            return join(keyId, other);
        }
        try {
            mine.complete(fetch.get());
        } catch (RuntimeException | Error failure) {
            // Those who wait must hear of an Error too: nothing else would ever wake them.
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            running.remove(keyId);
        }
        return mine.join();
    }

    private KeyLookUp join(URI keyId, CompletableFuture<KeyLookUp> other) {
        try {
            return other.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillFetching) {
            return new KeyLookUp.TooOften(keyId);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("whoever fetched the key failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new KeyLookUp.TooOften(keyId);
        }
    }
}
