// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the time of a signature may lie from ours.
 *
 * @param past a signature lives five minutes, and a clock may be an hour wrong, as Mastodon reckons
 * @param skew how wrong a peer's clock may be: bounds times in the future, and how long after its own expiry we take one
 */
public record ClockWindow(Duration past, Duration skew) {

    public static final ClockWindow DEFAULT = new ClockWindow(Duration.ofMinutes(65), Duration.ofMinutes(60));

    public ClockWindow {
        if (past.isNegative() || skew.isNegative()) {
            throw new IllegalArgumentException("the window of a signature must not be negative");
        }
    }

    void checkSignedAt(Instant signedAt, Instant now) throws RefusedException {
        if (signedAt.isBefore(now.minus(past))) {
            throw new RefusedException(RefusalReason.TOO_OLD, "signed at %s, now is %s".formatted(signedAt, now));
        }
        if (signedAt.isAfter(now.plus(skew))) {
            throw new RefusedException(RefusalReason.IN_THE_FUTURE, "signed at %s, now is %s".formatted(signedAt, now));
        }
    }

    void checkExpiry(Instant expires, Instant signedAt, Instant now) throws RefusedException {
        if (expires.isBefore(signedAt) || expires.isBefore(now.minus(skew))) {
            throw new RefusedException(
                    RefusalReason.EXPIRED, "signed at %s until %s, now is %s".formatted(signedAt, expires, now));
        }
    }
}
