// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.time.Instant;

/** What a {@link KeyCache} remembers of a key. */
public sealed interface CachedKey {

    /** The name by which signatures call it. */
    URI keyId();

    /** When it was asked for last, with success or without. */
    Instant triedAt();

    /**
     * A key that was found.
     *
     * @param fetchedAt when it was true
     */
    record Known(RemoteKey key, Instant fetchedAt, Instant triedAt) implements CachedKey {

        @Override
        public URI keyId() {
            return key.keyId();
        }
    }

    /**
     * A key that was not found.
     *
     * @param why one sentence for the operator
     */
    record Unknown(URI keyId, String why, Instant triedAt) implements CachedKey {}
}
