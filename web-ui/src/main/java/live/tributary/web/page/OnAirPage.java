// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * The studio while streaming: preview, title, end, how well the stream arrives, who was refused.
 *
 * @param elsewhere how many watch on other servers, as these say
 * @param titleText what stands in the title field
 * @param about what else is said of this broadcast, or of the next one
 */
public record OnAirPage(
        Frame frame,
        TeamBadge team,
        Person member,
        String channel,
        Air air,
        Health health,
        long elsewhere,
        LastShow last,
        List<RefusedTry> refused,
        String titleText,
        FormErrors errors,
        AboutForm about)
        implements Page {

    public OnAirPage {
        refused = List.copyOf(refused);
    }
}
