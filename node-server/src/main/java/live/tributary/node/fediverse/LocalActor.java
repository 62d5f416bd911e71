// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;

import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** Somebody of this node who speaks on the fediverse. */
public sealed interface LocalActor {

    ActorId id();

    ActorName name();

    Instant createdAt();

    /** The node itself: follows for teams, announces to other nodes, signs what is fetched. */
    record Application(ActorId id, ActorName name, Instant createdAt) implements LocalActor {}

    /** A team. */
    record Group(ActorId id, ActorName name, TeamId team, Instant createdAt) implements LocalActor {}

    /**
     * Whoever owns a team's Group for good. PeerTube takes a Group only if a Person of the same host is named as its
     * owner, and members come and go.
     */
    record Steward(ActorId id, ActorName name, TeamId team, Instant createdAt) implements LocalActor {}

    /** A ring of teams, which this node hosts. */
    record Ring(ActorId id, ActorName name, Instant createdAt) implements LocalActor {}

    /** A member's seat in a team. */
    record Person(ActorId id, ActorName name, MemberId member, Instant createdAt) implements LocalActor {}
}
