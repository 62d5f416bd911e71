// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.ledger.DayKeyStore.Secrets;

/** The secrets of days (section 5): made before their day, published after it. Any thread that may block. */
final class DayKeys {

    /** After midnight UTC: whoever was on a page of the day before stays on it for up to ten minutes. */
    static final Duration PUBLISHED_AFTER = Duration.ofMinutes(30);

    private static final int SALT_BYTES = 16;

    private final DayKeyStore store;
    private final SecureRandom random;
    private final InstantSource clock;

    /** Of days that were drawn since the start: one entry a day of some hundred bytes. */
    private final Map<LocalDate, Secrets> known = new ConcurrentHashMap<>();

    DayKeys(DayKeyStore store, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /**
     * There is one of this day from now on. Only whoever writes snapshots calls this, and with no transaction open: a commitment
     * to a key that is rolled back could never be kept.
     */
    void make(LocalDate day) {
        if (find(day).isEmpty()) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            store.add(day, DayKey.random(random), HexFormat.of().formatHex(salt));
        }
    }

    /** Of a day that is drawn in, or will be; empty where there was none. */
    Optional<Secrets> find(LocalDate day) {
        var secrets = Optional.ofNullable(known.get(day)).or(() -> store.find(day));
        secrets.ifPresent(found -> known.put(day, found));
        return secrets;
    }

    /** Of a day for which it was made. */
    Secrets of(LocalDate day) {
        return find(day).orElseThrow(() -> new IllegalStateException("no key of " + day));
    }

    /** What the chain says of a key while it is secret. */
    Hash commitment(LocalDate day) {
        return of(day).key().commitment();
    }

    /** The key, once it is public; empty before, and where there was none. */
    Optional<DayKey> published(LocalDate day) {
        return clock.instant().isBefore(publishedAt(day))
                ? Optional.empty()
                : store.find(day).map(Secrets::key);
    }

    static Instant publishedAt(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(PUBLISHED_AFTER);
    }
}
