// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A video or a broadcast, of PeerTube or of a node of our own kind.
 *
 * @param liveBroadcast whether it is or was a broadcast
 */
public record RemoteVideo(ObjectFacts facts, boolean liveBroadcast) implements RemoteObject {

    private static final String PLAYLIST = "application/x-mpegURL";

    /** What a node of our own kind tells about it. */
    public Optional<LiveReport> live() {
        return LiveReport.read(facts.document());
    }

    /** The playlist, to be linked, never to be passed through. */
    public Optional<URI> playlist() {
        return Fields.many(facts.document().path("url"))
                .filter(RemoteVideo::isPlaylist)
                .flatMap(link -> Fields.link(link).stream())
                .findFirst();
    }

    private static boolean isPlaylist(JsonNode link) {
        return link.path("mediaType").stringValue("").equalsIgnoreCase(PLAYLIST);
    }
}
