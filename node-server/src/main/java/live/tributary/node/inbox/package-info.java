// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What other servers of the Fediverse send: let in or refused, kept before it is answered, worked on once, whatever the order
 * in which it comes; but heartbeats, which are said again, are told at once. Follows, likes, boosts, answers to broadcasts, reports.
 *
 * <p>Tables {@code inbox.activity}, {@code inbox.known_actor}, {@code inbox.tie}, {@code inbox.reply}, {@code inbox.deleted},
 * {@code inbox.report}. Events in: {@code DomainSuspended}, {@code StrangerBlocked}, {@code VideoTakenBack}. Events out: {@code ActorSpoke},
 * {@code HeartbeatCame}, {@code VideoShown}, {@code ObjectDeleted}, {@code ActorLeft}, {@code ActorChanged}, {@code ActorBlocked}.
 */
@NullMarked
@ApplicationModule(
        displayName = "inbox",
        allowedDependencies = {
            "kernel",
            "instance",
            "team",
            "domains",
            "blocks",
            "fediverse",
            "readers",
            "lookout",
            "gate"
        })
package live.tributary.node.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
