// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.Actor;

/** Whom this node follows because they are in a ring with its teams. Takes part in the caller's transaction. */
final class Crew {

    private static final Wisher RINGS = new Wisher.OfRings();

    private final RingStore rings;
    private final Followings followings;

    Crew(RingStore rings, Followings followings) {
        this.rings = rings;
        this.followings = followings;
    }

    void follow(RemoteActor member) {
        followings.follow(Actor.SYSTEM, RINGS, member);
    }

    /** Those of them who are in no ring here any more are not followed any longer. */
    void leave(Collection<URI> gone) {
        Set<URI> left = new HashSet<>(gone);
        rings.all().stream()
                .flatMap(ring -> ring.holding().stream())
                .map(RingMember::address)
                .forEach(left::remove);
        left.forEach(member -> followings.unfollow(Actor.SYSTEM, RINGS, member));
    }
}
