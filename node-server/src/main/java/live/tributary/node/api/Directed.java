// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Channel;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.ChannelId;

/** Channels that the visitor may direct. */
final class Directed {

    private final Channels channels;

    Directed(Channels channels) {
        this.channels = channels;
    }

    /** The channel of this name; a problem for strangers, for others than its member, and where there is none. */
    ChannelId require(Visitor visitor, String channel) {
        SignedIn.require(visitor);
        var id = ChannelId.parse(channel)
                .filter(parsed -> channels.find(parsed).isPresent())
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (!channels.mayDirect(visitor.actor(), id)) {
            throw Problem.of(Problem.Kind.FORBIDDEN).because("channel " + id);
        }
        return id;
    }

    /** What is said of what is on there, or comes next. */
    About about(ChannelId channel) {
        return channels.find(channel).map(Channel::about).orElse(About.NONE);
    }
}
