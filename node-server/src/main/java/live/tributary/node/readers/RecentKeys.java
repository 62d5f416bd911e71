// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import live.tributary.federation.http.Budget;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.VerifyingKey;

/**
 * Keys of servers that read here lately, in memory: when a broadcast begins, each server that heard of it asks for half a dozen
 * documents at once. Safe for any thread that may block.
 */
final class RecentKeys {

    static final Duration KEPT = Duration.ofMinutes(5);

    static final int MOST = 1_000;

    private final RemoteKeys keys;
    private final InstantSource clock;
    private final SequencedMap<URI, Recent> recent = new LinkedHashMap<>();

    RecentKeys(RemoteKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Recent(VerifyingKey key, Instant until) {}

    /** @param source the part of the network from which we are made to look */
    Optional<VerifyingKey> find(URI keyId, String source, Budget budget) {
        return remembered(keyId).or(() -> keep(keyId, keys.find(keyId, source, budget)));
    }

    /** As its server gives it now: it may have been replaced. */
    Optional<VerifyingKey> findAgain(URI keyId, String source, Budget budget) {
        return keep(keyId, keys.findAgain(keyId, source, budget));
    }

    private synchronized Optional<VerifyingKey> remembered(URI keyId) {
        return Optional.ofNullable(recent.get(keyId))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Recent::key);
    }

    private synchronized Optional<VerifyingKey> keep(URI keyId, KeyLookUp lookUp) {
        if (!(lookUp instanceof KeyLookUp.Found(var found))) {
            return Optional.empty();
        }
        recent.remove(keyId);
        recent.putLast(keyId, new Recent(found.key(), clock.instant().plus(KEPT)));
        if (recent.size() > MOST) {
            recent.pollFirstEntry();
        }
        return Optional.of(found.key());
    }
}
