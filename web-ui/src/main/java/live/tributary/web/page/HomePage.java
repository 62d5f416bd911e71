// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Who is live on this node.
 *
 * @param live in the order the house decided, which is never by viewers
 * @param elsewhere who is live on other servers, of those whom the node or a team follows
 * @param teams every team of the node
 */
public record HomePage(Frame frame, List<LiveCard> live, List<RemoteLiveCard> elsewhere, List<TeamBadge> teams)
        implements Page {

    public HomePage {
        live = List.copyOf(live);
        elsewhere = List.copyOf(elsewhere);
        teams = List.copyOf(teams);
    }
}
