// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Optional;

import live.tributary.node.broadcast.Channel;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.roster.LiveSeat;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.StreamState;
import live.tributary.web.page.Air;
import live.tributary.web.page.LiveCard;
import live.tributary.web.page.Still;

/** How channels stand, in the words of the pages. Memory only. */
final class Airs {

    private final LiveStreams streams;

    Airs(LiveStreams streams) {
        this.streams = streams;
    }

    Optional<LiveStream> stream(ChannelId channel) {
        return streams.find(channel);
    }

    Air of(ChannelId channel) {
        return streams.find(channel).map(Airs::of).orElseGet(Air.OffAir::new);
    }

    /** The same for everybody: without a picture where viewers are to be asked before they see one. */
    Air shown(Channel channel) {
        var air = of(channel.id());
        return channel.about().warning().isGiven() && air instanceof Air.Live(var title, var since, var _)
                ? new Air.Live(title, since, new Still.None())
                : air;
    }

    /** Somebody on air, with the newest picture. */
    LiveCard card(LiveSeat live) {
        var seat = live.seat();
        var still = shown(seat.channel()).still();
        return new LiveCard(Badges.of(seat.team()), Badges.of(seat.member()), live.title(), live.since(), still);
    }

    private static Still still(LiveStream stream) {
        return stream.picture()
                .<Still>map(picture -> new Still.Taken(
                        picture.path(), picture.size().width(), picture.size().height()))
                .orElseGet(Still.None::new);
    }

    private static Air of(LiveStream stream) {
        return switch (stream.state()) {
            case StreamState.Connecting _ -> new Air.Connecting(stream.title());
            case StreamState.Live(var since) -> new Air.Live(stream.title(), since, still(stream));
            case StreamState.Lost(var at, var _) -> new Air.LostConnection(stream.title(), at);
            case StreamState.Ended(var at) -> new Air.Ended(stream.title(), at);
        };
    }
}
