// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.List;

/**
 * Estimates how many watch, from requests alone. A player at the live edge has one reload of each of its playlists held
 * whenever a part is published; a player that knows no parts asks once in a target duration (RFC 8216bis, 6.3.4).
 * <p>Written by one event loop, read by any thread.
 */
final class Audience {

    /** Publications remembered: two seconds of parts, because a reload may just be on its way. */
    private static final int SAMPLES = 10;

    /** Without a publication for so long nobody can be watching live. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final int[] samples = new int[SAMPLES];
    private int next;
    private int polls;
    private long pollsSince;
    private volatile int holding;
    private volatile int polling;
    private volatile long lastNanos = System.nanoTime();

    /** Counts pictures and sound apart: who plays both from separate playlists holds one of each. */
    void sample(List<Waiter> waiting) {
        int pictures = 0;
        int sound = 0;
        for (var waiter : waiting) {
            if (!waiter.isOver()) {
                switch (waiter.purpose()) {
                    case PICTURES -> pictures++;
                    case SOUND -> sound++;
                    case OTHER -> {
                        // A held part belongs to a viewer who holds a playlist as well.
                    }
                }
            }
        }
        samples[next++ % SAMPLES] = Math.max(pictures, sound);
        int most = 0;
        for (var sample : samples) {
            most = Math.max(most, sample);
        }
        holding = most;
        lastNanos = System.nanoTime();
    }

    void polled(long nowNanos, Duration targetDuration) {
        if (nowNanos - pollsSince >= targetDuration.toNanos()) {
            polling = polls;
            polls = 0;
            pollsSince = nowNanos;
        }
        polls++;
        lastNanos = nowNanos;
    }

    int watching(long nowNanos) {
        return nowNanos - lastNanos < FRESH.toNanos() ? holding + polling : 0;
    }
}
