// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.List;
import java.util.Optional;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/** The addresses where something can be on air. Safe for any thread that may block. */
public final class Channels {

    private final ChannelStore store;
    private final Members members;

    Channels(ChannelStore store, Members members) {
        this.store = store;
        this.members = members;
    }

    public Optional<Channel> find(ChannelId id) {
        return store.find(id);
    }

    /** The member's own channel; a member has one from the moment of joining. */
    public Optional<Channel> ofMember(MemberId member) {
        return store.ofMember(member);
    }

    /** The channels of the team's present members, in the order in which they were opened. */
    public List<Channel> ofTeam(TeamId team) {
        var present = members.of(team).stream().map(member -> member.id()).toList();
        return store.ofTeam(team).stream()
                .filter(channel -> present.contains(channel.member()))
                .toList();
    }

    /**
     * Whether the actor may put something on air here: the member in person, an owner of the team, or the node. Those two
     * still may when the member has left: what is on air has to end.
     */
    public boolean mayDirect(Actor actor, ChannelId channel) {
        return store.find(channel)
                .filter(found -> members.mayActFor(actor, found.member()) || members.mayManage(actor, found.team()))
                .isPresent();
    }

    void require(Actor actor, ChannelId channel, String deed) {
        if (!mayDirect(actor, channel)) {
            throw new NotAllowedException(actor, "%s of channel %s".formatted(deed, channel));
        }
    }
}
