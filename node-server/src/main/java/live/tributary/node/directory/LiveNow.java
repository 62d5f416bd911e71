// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who is live, as it was worked out once: a page asks several times, and pages are many.
 *
 * @param edition of the looks that it was told from
 * @param listed who was listed
 * @param from when it was worked out
 * @param until when the first of them was not seen for too long, if nobody looks before
 * @param live in the order of their addresses
 * @param byTeam the same, by those addresses
 */
record LiveNow(
        long edition,
        Map<URI, ListedGroup> listed,
        Instant from,
        Instant until,
        List<LiveGroup> live,
        Map<URI, LiveGroup> byTeam) {

    static LiveNow of(long edition, Map<URI, ListedGroup> listed, Instant from, Instant until, List<LiveGroup> live) {
        var byTeam = live.stream().collect(Collectors.toMap(one -> one.group().id(), UnaryOperator.identity()));
        return new LiveNow(edition, listed, from, until, live, byTeam);
    }

    boolean holds(long newest, Map<URI, ListedGroup> listedNow, Instant now) {
        return edition == newest && listed.equals(listedNow) && !now.isBefore(from) && now.isBefore(until);
    }
}
