// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/** An actor of this node. */
public sealed interface LocalActor permits NodeActor, GroupActor, PersonActor, RingActor {

    /** What it tells of itself. */
    ActorProfile profile();
}
