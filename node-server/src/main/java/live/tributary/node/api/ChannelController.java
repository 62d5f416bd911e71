// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.gate.Problem;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.travel.Handoffs;

/** How a channel stands, for every viewer. What is on air is answered from memory. */
@RestController
final class ChannelController {

    private final LiveStreams streams;
    private final Channels channels;
    private final ObjectProvider<Handoffs> handoffs;
    private final InstantSource clock;

    ChannelController(LiveStreams streams, Channels channels, ObjectProvider<Handoffs> handoffs, InstantSource clock) {
        this.streams = streams;
        this.channels = channels;
        this.handoffs = handoffs;
        this.clock = clock;
    }

    @GetMapping("/api/v1/channels/{channel}")
    ChannelAnswer channel(@PathVariable String channel) {
        var id = ChannelId.parse(channel).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var stream = streams.find(id);
        if (stream.isEmpty() && channels.find(id).isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        var offered = handoffs.stream().findFirst().flatMap(travel -> travel.offered(id));
        return ChannelAnswer.of(stream, clock.instant(), offered);
    }
}
