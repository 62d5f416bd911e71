// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.Optional;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;
import live.tributary.node.instance.Node;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.web.page.EmbedFrame;

/** Tells other sites how to frame the player of a page of ours (oEmbed 1.0). */
@RestController
final class OembedController {

    private static final String USUAL_WIDTH = "640";
    private static final String NO_LIMIT = "65535";

    private final Node node;
    private final Roster roster;
    private final LiveStreams streams;
    private final WatchAddresses addresses;

    OembedController(Node node, Roster roster, LiveStreams streams) {
        this.node = node;
        this.roster = roster;
        this.streams = streams;
        this.addresses = new WatchAddresses(node.link("/"));
    }

    @GetMapping("/api/v1/oembed")
    OembedAnswer oembed(
            @RequestParam String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = USUAL_WIDTH) int maxwidth,
            @RequestParam(defaultValue = NO_LIMIT) int maxheight) {
        // oEmbed 1.0, 2.3.5: 501 for a format that is not there, 404 for an address of which nothing is known.
        if (!format.equals("json")) {
            throw Problem.of(Problem.Kind.NOT_IMPLEMENTED)
                    .saying("The node answers in JSON only. Ask with format=json, or without a format.");
        }
        if (maxwidth < 1 || maxheight < 1) {
            throw Problem.of(Problem.Kind.BAD_REQUEST).saying("maxwidth and maxheight are pixels, 1 or more.");
        }
        return addresses
                .parse(url)
                .flatMap(address -> roster.find(address.team(), address.member()))
                .map(seat -> answer(seat, maxwidth, maxheight))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND)
                        .saying("No channel of this node is watched at that address."));
    }

    private OembedAnswer answer(Seat seat, int maxWidth, int maxHeight) {
        var name = seat.member().name().value();
        var page = node.link(seat.path());
        var stream = streams.find(seat.channel().id());
        var title = title(stream).orElse(name);
        var frame = EmbedFrame.of(page, name).within(maxWidth, maxHeight);
        var answer = OembedAnswer.of(title, name, page, node, frame);
        return stream.flatMap(LiveStream::picture)
                .filter(_ -> !seat.channel().about().warning().isGiven())
                // oEmbed 1.0, 2.3.4: a thumbnail must fit as well.
                .filter(picture ->
                        picture.size().width() <= maxWidth && picture.size().height() <= maxHeight)
                .map(picture -> answer.with(node.link(picture.path()), picture.size()))
                .orElse(answer);
    }

    private static Optional<String> title(Optional<LiveStream> stream) {
        return stream.map(LiveStream::title).filter(title -> !title.isEmpty());
    }
}
