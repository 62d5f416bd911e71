// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import live.tributary.node.following.Followings;
import live.tributary.node.kernel.Actor;

/**
 * Whoever did not ask, and may say in their own document that this directory may list them: the teams of this node, and whom the
 * node and its teams follow. Of one thread.
 */
final class Newcomers {

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);

    /** Each is looked at so often until it says yes. */
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final OwnTeams ownTeams;
    private final Followings followings;
    private final GroupStore groups;
    private final Map<URI, Instant> looked = new HashMap<>();
    private Instant nextRound = Instant.EPOCH;
    private boolean knowsOwn;

    Newcomers(OwnTeams ownTeams, Followings followings, GroupStore groups) {
        this.ownTeams = ownTeams;
        this.followings = followings;
        this.groups = groups;
    }

    /** Has those looked at who are due. */
    void look(Instant now) {
        if (!knowsOwn) {
            // Later they say themselves when something changes.
            ownTeams.lookAtAll();
            knowsOwn = true;
        }
        if (!now.isBefore(nextRound)) {
            nextRound = now.plus(BETWEEN_ROUNDS);
            looked.values().removeIf(at -> at.plus(BETWEEN_LOOKS).isBefore(now));
            followings.recommended(Actor.SYSTEM).forEach(followed -> look(followed, now));
        }
    }

    private void look(URI followed, Instant now) {
        if (!groups.isListed(followed) && looked.putIfAbsent(followed, now) == null) {
            GroupLook.host(followed).ifPresent(host -> groups.noticed(followed, host, now));
        }
    }
}
