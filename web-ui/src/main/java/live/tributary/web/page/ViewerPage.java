// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
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

    /** Title of the broadcast, empty when nothing is on. */
    public String title() {
        return air.title();
    }

    /** Where any player finds the stream. */
    public URI streamAddress() {
        return frame.address().resolve("/live/" + channel + "/master.m3u8");
    }

    @Override
    public boolean hasPlayer() {
        return true;
    }
}
