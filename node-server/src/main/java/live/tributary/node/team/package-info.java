// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who streams together: teams, their members, and the invitations by which people become members.
 *  <p>Tables {@code team.team}, {@code team.member}, {@code team.invitation}.
 *  Events out: {@link live.tributary.node.team.MemberJoined}, {@link live.tributary.node.team.MemberRemoved}. */
@NullMarked
@ApplicationModule(
        displayName = "team",
        allowedDependencies = {"kernel", "accounts"})
package live.tributary.node.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
