// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long what is kept (section 8): every minute for a week, the first of each hour for a season, the hashes for good. */
final class Retention {

    /** Longer than any allowance looks back. */
    private static final Duration LIVE_HOURS_KEPT = Duration.ofDays(8);

    private final SnapshotStore snapshots;
    private final TurnStore turns;
    private final LiveHourStore hours;
    private final LedgerProperties properties;

    Retention(SnapshotStore snapshots, TurnStore turns, LiveHourStore hours, LedgerProperties properties) {
        this.snapshots = snapshots;
        this.turns = turns;
        this.hours = hours;
        this.properties = properties;
    }

    void clean(Instant now) {
        snapshots.thin(now.minus(properties.minutesKept()));
        snapshots.drop(now.minus(properties.hoursKept()));
        if (snapshots.bytes() > properties.mostBytes().toBytes()) {
            var newest = now.minus(LedgerProperties.LEAST_KEPT);
            snapshots
                    .youngestBeyond(properties.mostBytes().toBytes())
                    .ifPresent(beyond -> snapshots.thin(beyond.isBefore(newest) ? beyond.plusMillis(1) : newest));
        }
        turns.forgetDaysBefore(LocalDate.ofInstant(now.minus(properties.hoursKept()), ZoneOffset.UTC));
        hours.forgetBefore(now.minus(LIVE_HOURS_KEPT));
    }
}
