// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How many vouches count: two new ones in a calendar month (UTC) of the same hands, in the order in which they say them. */
final class Counting {

    /** Of the same hands. */
    static final int MOST_A_MONTH = 2;

    /** Whoever vouched for somebody who deceived gives no vouch for so long. */
    static final Duration SUSPENDED = Duration.ofDays(90);

    /** So long after a vouch was taken back, whoever gave it answers for the team all the same. */
    static final Duration LIABLE = Duration.ofDays(30);

    private final VouchStore store;

    Counting(VouchStore store) {
        this.store = store;
    }

    /**
     * Takes what stands in a collection for what its team says. Takes part in the caller's transaction.
     *
     * @param hands the domains of all teams that the same people seem to run, that of the voucher among them
     * @param vouched in their order
     */
    void take(VouchStore.Reading reading, Set<String> hands, List<URI> vouched, Instant now) {
        store.lock();
        if (!store.isRead(reading.voucher())) {
            return;
        }
        var monthBegan = month(now);
        store.forgetPast(monthBegan, now.minus(LIABLE), now);
        store.endAllBut(reading.voucher(), vouched, now);
        var all =
                vouched.stream().map(team -> new Vouch(reading.voucher(), team)).toList();
        all.forEach(vouch -> store.seen(vouch, reading.domain(), now));
        if (!store.isSuspended(hands, now)) {
            store.countAgain(reading.voucher(), monthBegan, now);
            int left = MOST_A_MONTH - store.givenSince(hands, monthBegan);
            for (var vouch : all) {
                left -= left > 0 && store.count(vouch, now) ? 1 : 0;
            }
        }
    }

    private static Instant month(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }
}
