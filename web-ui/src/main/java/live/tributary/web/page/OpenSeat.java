// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Somebody whom a team looks for.
 *
 * @param id how forms name it
 * @param role such as “streamer for Sunday mornings”
 * @param languages by name
 * @param hours when they would be on air, in the team's words; may be empty
 * @param note may be empty
 * @param until when the team stops looking
 */
public record OpenSeat(
        String id, String role, List<String> topics, List<String> languages, String hours, String note, Instant until) {

    public OpenSeat {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }
}
