// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whom this node, its teams and their members follow elsewhere, and what is on air there. One Follow for each actor, sent by
 * the node's Application: PeerTube takes none from a Group. What is pushed is a hint; what is shown is looked up at its origin.
 *
 * <p>Tables {@code following.followee}, {@code following.wish}, {@code following.stream}, {@code following.mention},
 * {@code following.hint}. Events in: {@code ActorSpoke}, {@code HeartbeatCame}, {@code VideoShown}, {@code ObjectDeleted}, {@code ActorLeft},
 * {@code DomainSuspended}, {@code StrangerBlocked}, {@code MemberRemoved}. Events out: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "following",
        allowedDependencies = {"kernel", "team", "domains", "blocks", "fediverse", "inbox", "lookout"})
package live.tributary.node.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
