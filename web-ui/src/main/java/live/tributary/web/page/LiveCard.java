// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/** Somebody who is on air, as a card. */
public record LiveCard(TeamBadge team, Person member, String title, Instant since, Still still) {

    /** Path of the page where this is watched. */
    public String path() {
        return team.pathOf(member);
    }
}
