// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import live.tributary.node.rings.RingStretch.OnAir;

/** Who is on air, as it was a moment ago: however many pages are looked at in that moment, it is found out once. Any thread. */
final class LiveBook {

    /** Nobody who goes on air waits longer to be seen. */
    static final Duration MOMENT = Duration.ofSeconds(2);

    private final Supplier<Map<URI, OnAir>> look;
    private final LongSupplier nanoTime;

    private volatile Seen seen;

    /**
     * A book with nothing in it yet.
     *
     * @param look finds out; by the addresses of teams
     */
    LiveBook(Supplier<Map<URI, OnAir>> look, LongSupplier nanoTime) {
        this.look = look;
        this.nanoTime = nanoTime;
        this.seen = new Seen(Map.of(), nanoTime.getAsLong() - MOMENT.toNanos());
    }

    private record Seen(Map<URI, OnAir> onAir, long at) {}

    /** By the addresses of teams. */
    Map<URI, OnAir> onAir() {
        var last = seen;
        return isOf(last) ? last.onAir() : lookAgain();
    }

    private synchronized Map<URI, OnAir> lookAgain() {
        if (!isOf(seen)) {
            long began = nanoTime.getAsLong();
            seen = new Seen(Map.copyOf(look.get()), began);
        }
        return seen.onAir();
    }

    /** Whether it is of this moment. */
    private boolean isOf(Seen one) {
        return nanoTime.getAsLong() - one.at() < MOMENT.toNanos();
    }
}
