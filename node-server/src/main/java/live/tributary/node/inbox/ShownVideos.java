// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Optional;
import java.util.UUID;

import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.Videos;

/** Broadcasts that others may speak of: those that were not taken down. */
final class ShownVideos {

    private final Videos videos;

    ShownVideos(Videos videos) {
        this.videos = videos;
    }

    Optional<AnnouncedVideo> find(UUID id) {
        return videos.find(id).filter(video -> !(video.life() instanceof AnnouncedVideo.Life.Removed));
    }

    boolean isShown(UUID id) {
        return find(id).isPresent();
    }
}
