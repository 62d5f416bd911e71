// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.ObjectLink;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.node.following.Sight;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.StrangersText;

/** Reads a broadcast's own document. Asks there; blocks. */
final class BroadcastLook {

    private static final int LONGEST_TITLE = 140;
    private static final int LONGEST_NAME = 100;

    /** Where every Owncast server has its playlist. */
    private static final String OWNCAST_PLAYLIST = "/hls/stream.m3u8";

    private final Sources sources;

    BroadcastLook(Sources sources) {
        this.sources = sources;
    }

    /** Empty where it is not on air, not the team's, or not to be read just now. */
    Optional<BroadcastFacts> look(Sight sight, Instant now) {
        if (sight.id().equals(sight.team())) {
            return Optional.of(owncast(sight, now));
        }
        return sources.at(sight.id(), Budget.ofOneActivity()) instanceof Original.There(var document)
                ? read(document, sight, now)
                : Optional.empty();
    }

    /** Whether it is on air on this node. */
    boolean isOurs(Sight sight) {
        return sources.isOurs(sight.id());
    }

    private Optional<BroadcastFacts> read(ObjectNode document, Sight sight, Instant now) {
        return ObjectReader.read(document)
                .filter(RemoteVideo.class::isInstance)
                .map(RemoteVideo.class::cast)
                .filter(video -> video.isOnAir() && video.facts().attributedTo().contains(sight.team()))
                .flatMap(video -> video.playlist().map(playlist -> facts(video, playlist, now)));
    }

    /** Nobody is sent to a third server by a video; its own address opens in a browser, too. */
    private BroadcastFacts facts(RemoteVideo video, URI playlist, Instant now) {
        var id = video.facts().id();
        var page = video.facts()
                .link(ObjectLink.PAGE)
                .filter(address -> Origins.same(address, id))
                .orElse(id);
        return new BroadcastFacts(
                StrangersText.line(video.facts().name(), LONGEST_TITLE),
                author(video),
                page,
                playlist,
                video.since().filter(since -> since.isBefore(now)).orElse(now),
                video.language().stream().toList(),
                video.tags(),
                video.labels(),
                now);
    }

    /** Whoever made it, by the name that their own document says; nobody where they do not want to be found. */
    private String author(RemoteVideo video) {
        var id = video.facts().id();
        return video.facts().attributedTo().stream()
                .findFirst()
                .filter(maker -> Origins.same(maker, id))
                .flatMap(maker -> sources.at(maker, Budget.ofOneActivity()) instanceof Original.There(var document)
                        ? ActorReader.read(document)
                        : Optional.empty())
                .filter(maker -> maker.type() == ActorType.PERSON)
                .filter(maker -> maker.document().path("discoverable").booleanValue(true))
                .map(maker -> StrangersText.line(maker.displayName(), LONGEST_NAME))
                .orElse("");
    }

    /** It has one stream, and no document of it. */
    private static BroadcastFacts owncast(Sight sight, Instant now) {
        var playlist = sight.id().resolve(OWNCAST_PLAYLIST);
        return new BroadcastFacts(
                sight.title(), "", sight.page(), playlist, sight.since(), List.of(), List.of(), List.of(), now);
    }
}
