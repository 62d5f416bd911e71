// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Members and invitations of a team.
 *
 * @param self the member who looks
 * @param link the invitation link that was just made
 * @param mayManage whether the visitor may invite and remove
 * @param furtherTeam form for one more team, shown to the owner of the node only
 */
public record MembersPage(
        Frame frame,
        TeamBadge team,
        Person self,
        List<Row> members,
        List<Invitation> invitations,
        Reveal link,
        boolean mayManage,
        TeamForm furtherTeam)
        implements Page {

    public MembersPage {
        members = List.copyOf(members);
        invitations = List.copyOf(invitations);
    }

    /** One member; {@code removable} is false for the last steward and for oneself. */
    public record Row(String id, Person person, boolean steward, boolean removable) {}

    /** One open invitation. */
    public record Invitation(String id, Instant createdAt, Instant expiresAt) {}
}
