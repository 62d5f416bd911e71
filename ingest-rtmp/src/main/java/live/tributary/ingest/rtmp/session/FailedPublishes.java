// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts wrong keys per address prefix and minute. One for the whole server; thread-safe. */
final class FailedPublishes {
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

    /** More prefixes than that in a minute is an attack from everywhere, against which a memory would not help. */
    private static final int REMEMBERED = 10_000;

    private record Count(long since, int failures) {}

    private final int perMinute;
    private final LongSupplier nanoClock;

    private final Map<AddressPrefix, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AddressPrefix, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    FailedPublishes(int perMinute, LongSupplier nanoClock) {
        this.perMinute = perMinute;
        this.nanoClock = nanoClock;
    }

    /** Counts one more, and says whether that was one too many. */
    synchronized boolean tooMany(AddressPrefix prefix) {
        long now = nanoClock.getAsLong();
        Count old = counts.get(prefix);
        Count count = old == null || now - old.since() >= WINDOW_NANOS
                ? new Count(now, 1)
                : new Count(old.since(), old.failures() + 1);
        counts.put(prefix, count);
        return count.failures() > perMinute;
    }
}
