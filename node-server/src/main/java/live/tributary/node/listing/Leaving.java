// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** Takes teams out of directories that they chose. Takes part in the caller's transaction. */
final class Leaving {

    private final RequestStore store;
    private final FollowRequests followers;
    private final Actors actors;

    Leaving(RequestStore store, FollowRequests followers, Actors actors) {
        this.store = store;
        this.followers = followers;
        this.actors = actors;
    }

    /** False where the team had not chosen it. Whoever followed the team to hear of its broadcasts is told that they hear no more. */
    boolean leave(Actor actor, TeamId team, URI directory) {
        var left = store.remove(team, directory);
        if (left) {
            actors.group(team).ifPresent(group -> followers.refuse(actor, group.id(), directory));
        }
        return left;
    }

    void leaveAll(Actor actor, TeamId team) {
        store.of(team).forEach(request -> leave(actor, team, request.actor()));
    }
}
