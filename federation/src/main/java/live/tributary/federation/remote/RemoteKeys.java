// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import live.tributary.federation.http.Budget;
import live.tributary.federation.remote.CachedKey.Known;
import live.tributary.federation.remote.CachedKey.Unknown;
import live.tributary.federation.remote.KeyLookUp.Found;
import live.tributary.federation.remote.KeyLookUp.NotFound;
import live.tributary.federation.remote.KeyLookUp.TooOften;
import live.tributary.federation.signature.KeyIds;

/**
 * Public keys of other servers' actors. Blocks its caller; may be used by any number of threads.
 *
 * <p>Whoever sends a request chooses which key is looked for, so what that may cost is bounded: a key is remembered for a
 * day, its absence for ten minutes; nothing is asked for more than once in five minutes, nobody causes more than 60
 * fetches a minute, and only so many wait for somebody's server at once: a key that is known is had without waiting, also
 * while others wait for servers that answer drop by drop.
 */
public final class RemoteKeys {

    static final Duration KEPT = Duration.ofHours(24);

    /** After this it does not matter any more that a key was looked for and not found. */
    public static final Duration ABSENCE_KEPT = Duration.ofMinutes(10);

    static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

    static final int FETCHES_PER_MINUTE = 60;

    /** Those who share one fetch count each. */
    public static final int MOST_WAITING = 32;

    public static final int MOST_WAITING_OF_ONE = 8;

    /** A little longer than one fetch takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KeyFetcher fetcher;
    private final KeyCache cache;
    private final InstantSource clock;
    private final FetchesPerMinute rate;
    private final SharedFetches fetches = new SharedFetches(PATIENCE);
    private final AtOnce waiting = new AtOnce(MOST_WAITING, MOST_WAITING_OF_ONE);

    /** Looks for keys at their servers, and remembers them in {@code cache}. */
    public RemoteKeys(RemoteDocuments documents, KeyCache cache, InstantSource clock) {
        this.fetcher = new KeyFetcher(documents);
        this.cache = cache;
        this.clock = clock;
        this.rate = new FetchesPerMinute(FETCHES_PER_MINUTE, clock);
    }

    /**
     * The key of this name, from the cache if it is there.
     *
     * @param source the part of the network from which we are made to look: fetches are counted by it
     */
    public KeyLookUp find(URI keyId, String source, Budget budget) {
        var now = clock.instant();
        return switch (remembered(keyId)) {
            case Known known when isWithin(KEPT, known.fetchedAt(), now) -> new Found(known.key());
            case Known known when isWithin(BETWEEN_TRIES, known.triedAt(), now) -> new TooOften(keyId);
            case Unknown unknown
            when isWithin(ABSENCE_KEPT, unknown.triedAt(), now) -> new NotFound(keyId, unknown.why());
            case CachedKey old -> fetchIfRoom(old, source, budget);
        };
    }

    /**
     * The key as its server gives it now, after a signature did not fit the one in the cache: it may have been replaced.
     *
     * @param source the part of the network from which we are made to look: fetches are counted by it
     */
    public KeyLookUp findAgain(URI keyId, String source, Budget budget) {
        var old = remembered(keyId);
        return isWithin(BETWEEN_TRIES, old.triedAt(), clock.instant())
                ? new TooOften(keyId)
                : fetchIfRoom(old, source, budget);
    }

    private KeyLookUp fetchIfRoom(CachedKey old, String source, Budget budget) {
        var keyId = old.keyId();
        return waiting.tryRun(source, () -> fetches.of(keyId, () -> fetch(old, source, budget)))
                .orElseGet(() -> new KeyLookUp.NoRoom(keyId));
    }

    private CachedKey remembered(URI keyId) {
        return cache.find(keyId).orElse(new Unknown(keyId, "never asked for", Instant.MIN));
    }

    private static boolean isWithin(Duration duration, Instant since, Instant now) {
        return now.isBefore(since.plus(duration));
    }

    private KeyLookUp fetch(CachedKey old, String source, Budget budget) {
        var keyId = old.keyId();
        // A proof may name anything, and what nobody can look up is not remembered either.
        if (KeyIds.find(keyId.toString()).isEmpty()) {
            return new NotFound(
                    keyId, "its name is no http or https address of at most %d characters".formatted(KeyIds.LONGEST));
        }
        if (!rate.take(source)) {
            return new TooOften(keyId);
        }
        var now = clock.instant();
        return switch (fetcher.fetch(keyId, budget)) {
            case KeyFetch.Key(var key) -> {
                cache.keep(new Known(key, now, now));
                yield new Found(key);
            }
            case KeyFetch.None(var why) -> {
                cache.keep(new Unknown(keyId, why, now));
                yield new NotFound(keyId, why);
            }
            case KeyFetch.NoAnswer(var why) -> {
                cache.keep(afterSilence(old, why, now));
                yield new NotFound(keyId, why);
            }
        };
    }

    /**
     * A key that is known stays known while its server is silent: otherwise anybody could have it forgotten with a forged
     * request in a bad moment.
     */
    private static CachedKey afterSilence(CachedKey old, String why, Instant now) {
        return switch (old) {
            case Known known -> new Known(known.key(), known.fetchedAt(), now);
            case Unknown unknown -> new Unknown(unknown.keyId(), why, now);
        };
    }
}
