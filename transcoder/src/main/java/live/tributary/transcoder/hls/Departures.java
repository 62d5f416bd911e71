// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * When segments left something, by the clock and not by the media: a line that heals brings a minute of media in a second,
 * and players need a minute to fetch it (RFC 8216bis, 6.2.2). One thread at a time.
 */
final class Departures {

    private final LongSupplier nanoTime;
    private final NavigableMap<Long, Long> leftNanos = new TreeMap<>();

    Departures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** It has left, unless it had before. */
    void left(long msn) {
        leftNanos.putIfAbsent(msn, nanoTime.getAsLong());
    }

    /** How long it is gone; zero for one that is not. */
    Duration since(long msn) {
        var left = leftNanos.get(msn);
        return left == null ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - left);
    }

    /** Nobody will ask about it, nor about those before it. */
    void forget(long upTo) {
        leftNanos.headMap(upTo, true).clear();
    }
}
