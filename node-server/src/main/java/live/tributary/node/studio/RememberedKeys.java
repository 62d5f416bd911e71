// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.broadcast.KeyLookup;
import live.tributary.node.broadcast.StreamKey;
import live.tributary.node.kernel.SecretHash;
import live.tributary.node.kernel.StreamKeyId;

/**
 * The keys that feed broadcasts which are live or wait: a publisher that comes back with one is taken without a question
 * to the database, which may be away just then. Holds hashes only. Any thread.
 */
final class RememberedKeys {

    private final LiveStreams streams;
    private final ConcurrentHashMap<SecretHash, KeyLookup.Valid> keys = new ConcurrentHashMap<>();

    RememberedKeys(LiveStreams streams) {
        this.streams = streams;
    }

    /** What the text opens; empty where the database has to be asked. */
    Optional<KeyLookup.Valid> find(String text) {
        return hash(text).flatMap(hash -> Optional.ofNullable(keys.get(hash))).filter(this::feeds);
    }

    /** To be called before the database is asked the last time: a revocation after that is heard here. */
    void remember(String text, KeyLookup.Valid key) {
        keys.values().removeIf(other -> !feeds(other));
        hash(text).ifPresent(hash -> keys.put(hash, key));
    }

    void forget(StreamKeyId revoked) {
        keys.values().removeIf(key -> key.key().equals(revoked));
    }

    private boolean feeds(KeyLookup.Valid key) {
        return streams.find(key.channel()).filter(LiveStream::open).isPresent();
    }

    private static Optional<SecretHash> hash(String text) {
        return StreamKey.parse(text).map(key -> SecretHash.of(key.value()));
    }
}
