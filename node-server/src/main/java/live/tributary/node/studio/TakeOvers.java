// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often encoders took one channel from each other lately. Two encoders with one key would do so for ever, because
 * both reconnect by themselves. Guarded by its owner.
 */
final class TakeOvers {

    static final Duration WITHIN = Duration.ofSeconds(60);
    static final int ALLOWED = 2;

    private final Deque<Instant> lately = new ArrayDeque<>();

    /** Whether one more within a minute would be the third. */
    boolean exhausted(Instant now) {
        forget(now);
        return lately.size() >= ALLOWED;
    }

    void count(Instant now) {
        forget(now);
        lately.addLast(now);
    }

    private void forget(Instant now) {
        lately.removeIf(at -> Duration.between(at, now).compareTo(WITHIN) >= 0);
    }
}
