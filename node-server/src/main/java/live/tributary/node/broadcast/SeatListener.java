// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import org.springframework.context.event.EventListener;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.team.MemberJoined;
import live.tributary.node.team.MemberRemoved;
import live.tributary.node.team.Members;

/** Gives a new member a channel, and takes the keys of one who left: in the transaction that changed the seat. */
final class SeatListener {

    private final ChannelStore channels;
    private final StreamKeys keys;
    private final Members members;

    SeatListener(ChannelStore channels, StreamKeys keys, Members members) {
        this.channels = channels;
        this.keys = keys;
        this.members = members;
    }

    @EventListener
    void on(MemberJoined joined) {
        var member = members.find(joined.member()).orElseThrow();
        var title = new Title(member.name().value());
        channels.add(new Channel(ChannelId.random(), joined.team(), joined.member(), title, About.NONE), joined.at());
    }

    @EventListener
    void on(MemberRemoved removed) {
        channels.ofMember(removed.member()).ifPresent(channel -> keys.revokeAllOf(channel.id(), removed.at()));
    }
}
