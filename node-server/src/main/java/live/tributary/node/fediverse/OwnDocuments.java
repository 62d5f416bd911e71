// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.outgoing.ActorWriter;
import live.tributary.federation.vocab.outgoing.VideoWriter;

/**
 * Documents of this node as others are given them, for whoever reads documents wherever they are: the node does not ask itself
 * over the network. Safe for any thread that may block.
 */
public final class OwnDocuments {

    private final Actors actors;
    private final ActorDocuments documents;
    private final EventDocuments events;
    private final Videos videos;
    private final VideoDocuments videoDocuments;
    private final Addresses addresses;

    OwnDocuments(
            Actors actors,
            ActorDocuments documents,
            EventDocuments events,
            Videos videos,
            VideoDocuments videoDocuments,
            Addresses addresses) {
        this.actors = actors;
        this.documents = documents;
        this.events = events;
        this.videos = videos;
        this.videoDocuments = videoDocuments;
        this.addresses = addresses;
    }

    /** Whether the address is of this node. */
    public boolean isOurs(URI address) {
        return Origins.same(address, URI.create(addresses.origin()));
    }

    /** An actor, the dates of a team, or a broadcast; empty for anything else, and for what is not there any more. */
    public Optional<ObjectNode> at(URI address) {
        return actor(address).or(() -> dates(address)).or(() -> video(address));
    }

    private Optional<ObjectNode> actor(URI address) {
        return addresses
                .actor(address)
                .flatMap(this::known)
                .flatMap(documents::of)
                .map(ActorWriter::write);
    }

    private Optional<ObjectNode> dates(URI address) {
        return addresses
                .ofDates(address)
                .flatMap(this::known)
                .map(LocalActor.Group.class::cast)
                .map(events::of);
    }

    private Optional<ObjectNode> video(URI address) {
        return addresses
                .video(address)
                .filter(id -> addresses.video(id).equals(address))
                .flatMap(videos::find)
                .flatMap(videoDocuments::of)
                .map(VideoWriter::write);
    }

    private Optional<LocalActor> known(ActorId id) {
        return actors.find(id) instanceof ActorLookup.Known(var actor) ? Optional.of(actor) : Optional.empty();
    }
}
