// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Optional;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.studio.StreamState;
import live.tributary.web.page.Air;
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

    private static Air of(LiveStream stream) {
        return switch (stream.state()) {
            case StreamState.Connecting _ -> new Air.Connecting(stream.title());
            case StreamState.Live(var since) -> new Air.Live(stream.title(), since, new Still.None());
            case StreamState.Lost(var at, var _) -> new Air.LostConnection(stream.title(), at);
            case StreamState.Ended(var at) -> new Air.Ended(stream.title(), at);
        };
    }
}
