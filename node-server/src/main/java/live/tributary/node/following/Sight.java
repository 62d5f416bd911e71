// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;

/**
 * A broadcast elsewhere, as its origin told it once.
 *
 * @param id of the Video; of an Owncast server, which has one stream, its actor
 * @param author who made it; nobody else's word about it is believed without asking its origin
 * @param team whose it is
 * @param page where it is watched
 * @param sequence rises with everything that its origin says of it; 0 where it does not count
 * @param saidAt when it was said, or fetched: the order where nothing is counted
 * @param believedUntil until when that is believed without hearing more
 */
public record Sight(
        URI id,
        URI author,
        URI team,
        String title,
        URI page,
        boolean onAir,
        Instant since,
        long sequence,
        Instant saidAt,
        Instant believedUntil) {

    /** Whether its origin counts what it says; else it is asked now and then. */
    boolean isCounted() {
        return sequence > 0;
    }
}
