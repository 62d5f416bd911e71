// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts how many fetches each source of requests has caused in this minute. Safe for any thread. */
final class FetchesPerMinute {

    private static final int SECONDS = 60;

    private final int limit;
    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    FetchesPerMinute(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Counts one more, or says that there were enough. */
    synchronized boolean take(String source) {
        long now = clock.instant().getEpochSecond() / SECONDS;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        return counts.merge(source, 1, Integer::sum) <= limit;
    }
}
