// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes guessing slow: five wrong tries are free, then each doubles the wait, up to 15 minutes.
 *  <p>Counted for a handle and a network together, so that nobody can lock somebody else out.
 *  Safe for any thread. */
final class LoginThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;
    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 8;

    private final InstantSource clock;
    private final Map<Source, Failures> failures;

    private record Failures(int count, Instant last) {}

    /** A handle tried from a network: /24 of IPv4, /64 of IPv6. */
    record Source(String handle, String network) {

        static Source of(String handle, InetAddress address) {
            var bytes = address.getAddress();
            var prefix = bytes.length == 4 ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
            return new Source(handle, HexFormat.of().formatHex(Arrays.copyOf(bytes, prefix)));
        }
    }

    /** @param capacity sources remembered; the one least recently seen makes room */
    LoginThrottle(int capacity, InstantSource clock) {
        this.clock = clock;
        this.failures = new LeastRecentlyUsed<>(capacity);
    }

    /** Counts one more try of this source, unless it has to wait: then says how long. Zero or less: it may try.
     *  <p>Whether the try is wrong is known only later, so it counts as wrong until {@link #forget} or {@link #takeBack}. */
    synchronized Duration tryOnce(Source source) {
        var wait = wait(source);
        if (!wait.isPositive()) {
            var now = clock.instant();
            failures.merge(source, new Failures(1, now), (before, _) -> new Failures(before.count() + 1, now));
        }
        return wait;
    }

    private Duration wait(Source source) {
        var failed = failures.get(source);
        if (failed == null || failed.count() < FREE_TRIES) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(failed.count() - FREE_TRIES, DOUBLINGS);
        var wait = Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        return Duration.between(clock.instant(), failed.last().plus(wait));
    }

    /** The try that was counted last did not take place. */
    synchronized void takeBack(Source source) {
        failures.computeIfPresent(
                source, (_, tried) -> tried.count() > 1 ? new Failures(tried.count() - 1, tried.last()) : null);
    }

    synchronized void forget(Source source) {
        failures.remove(source);
    }

    private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;
        private final int capacity;

        LeastRecentlyUsed(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }
}
