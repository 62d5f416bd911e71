// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The node on the fediverse: its actors and their addresses, what they say, and the delivery of it.
 *
 * <p>Tables {@code fediverse.actor}, {@code fediverse.actor_key}, {@code fediverse.retiring_key},
 * {@code fediverse.former_proof_key}, {@code fediverse.follower}, {@code fediverse.video}, {@code fediverse.companion},
 * {@code fediverse.activity}, {@code fediverse.delivery}, {@code fediverse.host}. Events in: {@code MemberJoined},
 * {@code MemberRemoved}, {@code BroadcastStarted}, {@code BroadcastRenamed}, {@code BroadcastDescribed},
 * {@code BroadcastEnded}. Events out: {@code OwnActorChanged},
 * {@code VideoTakenBack}.
 *
 * <p>Nothing here runs unless the node has an https address, or is a test on loopback: see {@link OnFederation}.
 */
@NullMarked
@ApplicationModule(
        displayName = "fediverse",
        allowedDependencies = {
            "kernel",
            "instance",
            "team",
            "broadcast",
            "roster",
            "stills",
            "domains",
            "lookout",
            "gate"
        })
package live.tributary.node.fediverse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
