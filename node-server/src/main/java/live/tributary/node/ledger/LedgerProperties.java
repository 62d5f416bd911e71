// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of a directory's books.
 *
 * @param minutesKept how long the snapshot of every minute is kept
 * @param mostBytes beyond it the oldest go earlier, but never those of the last 48 hours
 * @param hoursKept how long the first snapshot of each hour is kept, and the figures of each day
 */
@ConfigurationProperties("tributary.ledger")
record LedgerProperties(
        @DefaultValue("7d") Duration minutesKept,
        @DefaultValue("5GB") DataSize mostBytes,
        @DefaultValue("90d") Duration hoursKept) {

    /** Whoever wants to check yesterday's draw, whose key came out this night, can. */
    static final Duration LEAST_KEPT = Duration.ofDays(2);

    LedgerProperties {
        if (minutesKept.compareTo(LEAST_KEPT) < 0) {
            throw new IllegalArgumentException("tributary.ledger.minutes-kept must be at least 48h");
        }
        if (hoursKept.compareTo(minutesKept) < 0) {
            throw new IllegalArgumentException(
                    "tributary.ledger.hours-kept must not be shorter than tributary.ledger.minutes-kept");
        }
    }
}
