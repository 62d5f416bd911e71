// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Hand-offs: viewers who are offered a way from one broadcast to another team's. As a source: rafts, the draw of targets, the
 * offers and tickets. As a target: whose viewers a team lets in, the room it has, who arrived. No viewer has a name here.
 *
 * <p>Tables {@code travel.policy}, {@code travel.friend}, {@code travel.shut}, {@code travel.visit}, {@code travel.arrival},
 * {@code travel.handoff}, {@code travel.raft}, {@code travel.turn}. Events in: {@code ActorSpoke}, {@code HeartbeatCame},
 * {@code BroadcastStarted}, {@code BroadcastEnded}.
 * Events out: none; {@code fediverse} asks here ({@code TeamWelcomes}) what stands in Groups and heartbeats.
 */
@NullMarked
@ApplicationModule(
        displayName = "travel",
        allowedDependencies = {
            "kernel",
            "team",
            "broadcast",
            "studio",
            "roster",
            "domains",
            "blocks",
            "fediverse",
            "inbox",
            "following",
            "fairturn",
            "listing",
            "directory",
            "rings",
            "lookout"
        })
package live.tributary.node.travel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
