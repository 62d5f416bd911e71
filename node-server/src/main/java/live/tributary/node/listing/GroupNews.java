// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Profiles;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** Tells followers of a team that its Group reads differently. Takes part in the caller's transaction. */
final class GroupNews {

    private final Actors actors;
    private final Profiles profiles;

    GroupNews(Actors actors, Profiles profiles) {
        this.actors = actors;
        this.profiles = profiles;
    }

    /** @param atOnce whether it cannot wait for what may change next */
    void tell(TeamId team, boolean atOnce) {
        actors.group(team).ifPresent(group -> {
            if (atOnce) {
                profiles.changedNow(Actor.SYSTEM, group.id());
            } else {
                profiles.changed(Actor.SYSTEM, group.id());
            }
        });
    }
}
