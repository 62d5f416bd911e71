// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that forgets with its test. */
final class RememberedKeys implements KeyCache {

    private final Map<URI, CachedKey> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<CachedKey> find(URI keyId) {
        return Optional.ofNullable(entries.get(keyId));
    }

    @Override
    public void keep(CachedKey entry) {
        entries.put(entry.keyId(), entry);
    }
}
