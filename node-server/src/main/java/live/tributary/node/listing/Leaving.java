// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.util.List;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.ProfileLetters;
import live.tributary.node.inbox.FollowRequests;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** Takes teams out of directories that they chose. Takes part in the caller's transaction. */
final class Leaving {

    private final RequestStore store;
    private final FollowRequests followers;
    private final ProfileLetters letters;
    private final Actors actors;
    private final URI node;

    /** @param node whose directory reads by itself what its own teams say */
    Leaving(RequestStore store, FollowRequests followers, ProfileLetters letters, Actors actors, URI node) {
        this.store = store;
        this.followers = followers;
        this.letters = letters;
        this.actors = actors;
        this.node = node;
    }

    /** False where the team had not chosen it. */
    boolean leave(Actor actor, TeamId team, URI directory) {
        var left = store.of(team).stream()
                .filter(request -> request.actor().equals(directory))
                .toList();
        leave(actor, team, left);
        return !left.isEmpty();
    }

    void leaveAll(Actor actor, TeamId team) {
        leave(actor, team, store.of(team));
    }

    /**
     * Whoever followed the team to hear of its broadcasts is told that they hear no more. What the team says now goes to each of
     * them, as not all have followed: one may have read the Group, and its Follow is still under way.
     */
    private void leave(Actor actor, TeamId team, List<Request> left) {
        left.forEach(request -> store.remove(team, request.actor()));
        if (!left.isEmpty()) {
            actors.group(team).ifPresent(group -> {
                left.forEach(request -> followers.refuse(actor, group.id(), request.actor()));
                letters.send(
                        Actor.SYSTEM,
                        group,
                        left.stream()
                                .filter(request -> !request.actor().equals(node))
                                .map(Request::inbox)
                                .distinct()
                                .toList());
            });
        }
    }
}
