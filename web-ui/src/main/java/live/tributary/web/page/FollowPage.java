// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * How somebody with an account on another server follows a team: their own server is asked for its page to follow.
 *
 * @param address of the team, such as {@code @kiln@kilnkettle.example}
 * @param account handle or server, as the visitor typed it
 */
public record FollowPage(Frame frame, TeamBadge team, String address, String account, FormErrors errors)
        implements Page {

    @Override
    public boolean leadsElsewhere() {
        return true;
    }
}
