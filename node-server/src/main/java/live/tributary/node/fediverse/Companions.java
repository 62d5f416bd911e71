// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/**
 * Which teams post a Note beside each broadcast, as Owncast does: on Mastodon it has a picture and hashtags, where a Video
 * is a title and a link. Safe for any thread that may block.
 */
public final class Companions {

    private final CompanionStore store;
    private final Members members;

    Companions(CompanionStore store, Members members) {
        this.store = store;
        this.members = members;
    }

    /** Off, until the team wants it. */
    public boolean of(TeamId team) {
        return store.has(team);
    }

    /** Counts from the next broadcast on.
     *  @param actor an owner of the team */
    public void put(Actor actor, TeamId team, boolean wanted) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, "decide whether team %s posts beside its broadcasts".formatted(team));
        }
        if (wanted) {
            store.add(team);
        } else {
            store.remove(team);
        }
    }
}
