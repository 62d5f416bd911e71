// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;

/**
 * A team wants to be in a ring.
 *
 * @param applicant address of the team
 * @param join address of the activity that asked
 * @param name as the applicant's own document says it
 * @param closesAt who has no majority by then is not taken in
 * @param open whether the team was read, and says so too: members vote then
 */
public record RingApplication(
        URI ring,
        URI applicant,
        URI join,
        String name,
        URI page,
        URI inbox,
        Instant askedAt,
        Instant closesAt,
        boolean open) {

    /** One whose own document was read. */
    RingApplication of(RingMember read) {
        return new RingApplication(
                ring, applicant, join, read.name(), read.page(), read.inbox(), askedAt, closesAt, true);
    }
}
