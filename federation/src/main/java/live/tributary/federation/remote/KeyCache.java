// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.util.Optional;

/** Where {@link RemoteKeys} remembers what it found. Called from any number of threads; may block. */
public interface KeyCache {

    /** What is remembered of a key. */
    Optional<CachedKey> find(URI keyId);

    /** Remembers this in place of what was known of the same key. */
    void keep(CachedKey entry);
}
