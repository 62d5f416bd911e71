// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Optional;
import java.util.UUID;

import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Videos;

/** Broadcasts that others may speak of: those that were not taken down. */
final class ShownVideos {

    private final Videos videos;
    private final Actors actors;

    ShownVideos(Videos videos, Actors actors) {
        this.videos = videos;
        this.actors = actors;
    }

    Optional<AnnouncedVideo> find(UUID id) {
        return videos.find(id).filter(video -> !(video.life() instanceof AnnouncedVideo.Life.Removed));
    }

    boolean isShown(UUID id) {
        return find(id).isPresent();
    }

    /** The team's, also of one that is gone. */
    LocalActor.Group group(AnnouncedVideo video) {
        return switch (actors.find(video.group())) {
            case ActorLookup.Known(LocalActor.Group group) -> group;
            case ActorLookup.Gone(LocalActor.Group group, var _) -> group;
            case ActorLookup lookup ->
                throw new IllegalStateException("the team of broadcast %s is %s".formatted(video.id(), lookup));
        };
    }
}
