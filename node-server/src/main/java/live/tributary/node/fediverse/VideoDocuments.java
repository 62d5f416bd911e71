// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import live.tributary.federation.vocab.outgoing.LivePhase;
import live.tributary.federation.vocab.outgoing.LiveTimes;
import live.tributary.federation.vocab.outgoing.Tombstone;
import live.tributary.federation.vocab.outgoing.Video;
import live.tributary.federation.vocab.outgoing.VideoCredits;
import live.tributary.federation.vocab.outgoing.VideoPages;
import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Broadcast;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;

/** Broadcasts as others see them. Safe for any thread that may block. */
final class VideoDocuments {

    private static final String FORMER_TYPE = "Video";

    private final Roster roster;
    private final Actors actors;
    private final Addresses addresses;
    private final Broadcasts broadcasts;
    private final VideoPictures pictures;

    VideoDocuments(Roster roster, Actors actors, Addresses addresses, Broadcasts broadcasts, VideoPictures pictures) {
        this.roster = roster;
        this.broadcasts = broadcasts;
        this.pictures = pictures;
        this.actors = actors;
        this.addresses = addresses;
    }

    /** Empty for one that was removed. */
    Optional<Video> of(AnnouncedVideo video) {
        return switch (video.life()) {
            case Life.Live(var until) -> Optional.of(of(video, new LivePhase.OnAir(until)));
            case Life.Ended(var at) ->
                Optional.of(of(video, new LivePhase.Ended(at, Duration.between(video.startedAt(), at))));
            case Life.Removed _ -> Optional.empty();
        };
    }

    /** What is left of one that was removed; empty for any other. */
    Optional<Tombstone> tombstone(AnnouncedVideo video) {
        return video.life() instanceof Life.Removed(var at)
                ? Optional.of(new Tombstone(addresses.video(video.id()), FORMER_TYPE, at))
                : Optional.empty();
    }

    /** Path of the page where it is or was watched; the node's first page after its member has left. */
    String page(AnnouncedVideo video) {
        return roster.find(video.channel()).map(Seat::path).orElse("/");
    }

    /** The Person and the Group whose broadcast it is. */
    VideoCredits credits(AnnouncedVideo video) {
        return new VideoCredits(address(video.author()), address(video.group()));
    }

    private Video of(AnnouncedVideo video, LivePhase phase) {
        var about = broadcasts.find(video.broadcast()).map(Broadcast::about).orElse(About.NONE);
        return new Video(
                addresses.video(video.id()),
                video.id(),
                credits(video),
                VideoWords.text(video.title(), about),
                VideoWords.facets(about, addresses.page(teamPage(video))),
                pages(video),
                new LiveTimes(video.startedAt(), video.updatedAt(), video.sequence(), phase));
    }

    private String teamPage(AnnouncedVideo video) {
        return roster.find(video.channel())
                .map(seat -> "/@" + seat.team().handle())
                .orElse("/");
    }

    private VideoPages pages(AnnouncedVideo video) {
        return new VideoPages(
                addresses.page(page(video)),
                addresses.page("/live/%s/master.m3u8".formatted(video.channel())),
                pictures.named(video.id()));
    }

    private URI address(ActorId id) {
        return switch (actors.find(id)) {
            case ActorLookup.Known(var actor) -> addresses.of(actor);
            case ActorLookup.Gone(var actor, var _) -> addresses.of(actor);
            case ActorLookup.Unknown() -> throw new IllegalStateException("a broadcast of nobody: " + id);
        };
    }
}
