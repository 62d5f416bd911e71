// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another thread brings about, with a deadline far beyond any sane machine. */
final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Eventually() {}

    static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
