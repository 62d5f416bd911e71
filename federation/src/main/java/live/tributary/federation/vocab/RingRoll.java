// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a ring says of itself, all in one document that it proves (FEP-8b32), so that its members can go on showing it when its
 * host is gone. That it names a member is half of a membership: the other half stands in the member's own document.
 *
 * @param ring address of the ring's actor
 * @param charter its rules, in plain text of several lines
 * @param page where people read it, on the ring's host
 * @param stewards addresses of the teams that look after it
 * @param stops its members, in ring order
 * @param updated when it was changed last
 */
public record RingRoll(
        URI ring,
        String name,
        String charter,
        URI page,
        List<URI> stewards,
        RingLanes lanes,
        List<RingStop> stops,
        Instant updated) {

    /** What stands behind the sixtieth is not read. */
    public static final int MOST_STOPS = 60;

    public static final int MOST_STEWARDS = 12;

    /** In code points. */
    public static final int LONGEST_NAME = 60;

    /** In code points. */
    public static final int LONGEST_CHARTER = 2000;

    public RingRoll {
        stewards = List.copyOf(stewards);
        stops = List.copyOf(stops);
    }

    /** Whether the ring names it. */
    public boolean names(URI member) {
        return stops.stream().map(RingStop::address).anyMatch(member::equals);
    }
}
