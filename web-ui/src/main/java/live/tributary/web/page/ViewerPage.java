// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Where a channel is watched.
 *
 * @param channel id, part of the media addresses
 * @param others members of the same team who are on air too
 */
public record ViewerPage(Frame frame, TeamBadge team, Person member, String channel, Air air, List<LiveCard> others)
        implements Page {

    public ViewerPage {
        others = List.copyOf(others);
    }

    @Override
    public boolean hasPlayer() {
        return true;
    }
}
