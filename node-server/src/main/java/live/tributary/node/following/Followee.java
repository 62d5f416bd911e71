// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody elsewhere whom the node's Application follows, or has asked to.
 *
 * @param kind ActivityStreams type
 * @param greeted whether it was read what was on air there when they said yes
 * @param follows ids of the activities that asked, the latest last
 * @param asks how often they were asked since they answered, or since somebody here wanted it anew
 * @param askedAt when they were asked the last time
 */
record Followee(
        URI actor,
        String kind,
        URI inbox,
        State state,
        boolean greeted,
        List<UUID> follows,
        int asks,
        Instant askedAt) {

    Followee {
        follows = List.copyOf(follows);
    }

    /** What they said to it. */
    enum State {
        ASKED,
        FOLLOWED,
        REFUSED,
        GONE
    }

    /** Whether what they say counts. */
    boolean isFollowed() {
        return state == State.FOLLOWED;
    }

    /** What a Person announces is what they like, and no broadcast of theirs. */
    boolean pointsAtBroadcasts() {
        return isFollowed() && !kind.equals("Person");
    }

    /**
     * Whether it is an Owncast server, which has one stream and no address for it. A team may use Owncast's words beside its own,
     * and tells its broadcasts apart.
     */
    boolean isItsOwnStream() {
        return isFollowed() && kind.equals("Service");
    }
}
