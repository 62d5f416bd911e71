// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a host is spoken to. One that fails again and again is left in peace, then asked by a single delivery now and
 * then; meanwhile what waits for it uses up no attempt. One that is still silent after many days gets no news any more,
 * until it speaks.
 *
 * <p>Values: each event answers the next state.
 */
public sealed interface Breaker {

    /** Failures within {@link #WINDOW} that open it. */
    int FAILURES_TO_OPEN = 5;
    /** Failures that are further apart are not one trouble. */
    Duration WINDOW = Duration.ofMinutes(10);
    /** Peace after it opened. */
    Duration FIRST_PEACE = Duration.ofMinutes(30);
    /** Peace after a probe that failed. */
    Duration PEACE_AFTER_PROBE = Duration.ofMinutes(10);
    /** Days without one success after which a host counts as gone. Longer than the week that a peer may be away. */
    int DAYS_TO_SUSPEND = 10;
    /** Between two probes of a host that counts as gone. */
    Duration PEACE_OF_THE_GONE = Duration.ofDays(7);

    /** The state of a host of which nothing is known. */
    static Breaker unknown() {
        return new Closed(0, Instant.EPOCH);
    }

    /**
     * The host is spoken to.
     *
     * @param failures since {@code firstFailureAt}, within one window
     * @param firstFailureAt means nothing without failures
     */
    record Closed(int failures, Instant firstFailureAt) implements Breaker {

        @Override
        public Breaker failed(Instant now) {
            if (failures == 0 || firstFailureAt.plus(WINDOW).isBefore(now)) {
                return new Closed(1, now);
            }
            return failures + 1 < FAILURES_TO_OPEN
                    ? new Closed(failures + 1, firstFailureAt)
                    : new Open(firstFailureAt, now.plus(FIRST_PEACE));
        }

        @Override
        public boolean admits(Instant now) {
            return true;
        }
    }

    /**
     * The host is left in peace, but for one probe at a time.
     *
     * @param failingSince the first failure after the last success
     * @param probeAt when the next single delivery may go
     */
    record Open(Instant failingSince, Instant probeAt) implements Breaker {

        @Override
        public Breaker failed(Instant now) {
            return failingSince.plus(Duration.ofDays(DAYS_TO_SUSPEND)).isAfter(now)
                    ? new Open(failingSince, now.plus(PEACE_AFTER_PROBE))
                    : new Gone(failingSince, now.plus(PEACE_OF_THE_GONE));
        }

        @Override
        public boolean admits(Instant now) {
            return !now.isBefore(probeAt);
        }
    }

    /**
     * The host gets no news; it is asked once a week.
     *
     * @param failingSince the first failure after the last success
     * @param probeAt when the next single delivery may go
     */
    record Gone(Instant failingSince, Instant probeAt) implements Breaker {

        @Override
        public Breaker failed(Instant now) {
            return new Gone(failingSince, now.plus(PEACE_OF_THE_GONE));
        }

        @Override
        public boolean admits(Instant now) {
            return !now.isBefore(probeAt);
        }
    }

    /** After a delivery that did not reach the host, or that it broke over. */
    Breaker failed(Instant now);

    /** After a delivery that the host answered, whatever it said; also when it spoke to us. */
    default Breaker answered() {
        return unknown();
    }

    /** Whether a delivery may go now; where it is not closed, one at a time. */
    boolean admits(Instant now);
}
