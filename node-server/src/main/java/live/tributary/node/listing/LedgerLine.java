// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Duration;

/**
 * What a directory says of one team in one pool on one day. A stranger wrote it: numbers that no day can hold are cut.
 *
 * @param gid as it was written
 * @param pool likewise
 * @param minutes on air
 * @param due exposure that was due
 * @param received exposure that it got
 */
record LedgerLine(String gid, String pool, int minutes, double due, double received) {

    private static final int MOST_MINUTES = (int) Duration.ofDays(1).toMinutes();

    /** A directory with a thousand visits in each of a day's seconds shows so many cards. */
    private static final double MOST_EXPOSURE = 1e9;

    static LedgerLine of(String gid, String pool, double minutes, double due, double received) {
        return new LedgerLine(
                gid, pool, (int) cut(minutes, MOST_MINUTES), cut(due, MOST_EXPOSURE), cut(received, MOST_EXPOSURE));
    }

    private static double cut(double written, double most) {
        return written > 0 ? Math.min(written, most) : 0;
    }
}
