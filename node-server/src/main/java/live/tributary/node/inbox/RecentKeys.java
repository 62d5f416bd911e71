// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import live.tributary.federation.remote.CachedKey;
import live.tributary.federation.remote.KeyCache;

/**
 * The keys in the database, and in memory those that were asked for lately: each signed request names one, and when a broadcast
 * begins, each server that heard of it asks for half a dozen documents at once. Safe for any thread that may block.
 */
final class RecentKeys implements KeyCache {

    static final Duration KEPT = Duration.ofMinutes(5);

    static final int MOST = 10_000;

    private final RemoteKeyStore store;
    private final Cache<URI, CachedKey.Known> recent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    RecentKeys(RemoteKeyStore store) {
        this.store = store;
    }

    @Override
    public Optional<CachedKey> find(URI keyId) {
        var known = recent.getIfPresent(keyId);
        if (known != null) {
            return Optional.of(known);
        }
        var found = store.find(keyId);
        found.ifPresent(this::remember);
        return found;
    }

    @Override
    public void keep(CachedKey entry) {
        store.keep(entry);
        remember(entry);
    }

    /** Those of an actor who is gone. */
    void removeOf(URI owner) {
        store.removeOf(owner);
        recent.asMap().values().removeIf(known -> known.key().owner().equals(owner));
    }

    /** Whoever posts may invent names of keys: only what is one is kept here. */
    private void remember(CachedKey entry) {
        switch (entry) {
            case CachedKey.Known known -> recent.put(known.keyId(), known);
            case CachedKey.Unknown(var keyId, var _, var _) -> recent.invalidate(keyId);
        }
    }
}
