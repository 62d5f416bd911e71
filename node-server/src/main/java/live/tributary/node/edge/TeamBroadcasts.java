// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.List;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.kernel.Actor;
import live.tributary.node.roster.Roster;
import live.tributary.node.team.Team;
import live.tributary.web.page.FediversePage;

/** The broadcasts of a team that other servers were told of, as its page shows them. */
final class TeamBroadcasts {

    /** A page that is read by a person. */
    private static final int MOST = 20;

    private final Actors actors;
    private final Videos videos;
    private final Addresses addresses;
    private final Roster roster;

    TeamBroadcasts(Actors actors, Videos videos, Addresses addresses, Roster roster) {
        this.actors = actors;
        this.videos = videos;
        this.addresses = addresses;
        this.roster = roster;
    }

    /** @param looking decides which of them may be taken back from this page */
    List<FediversePage.Broadcast> of(Actor looking, Team team) {
        return actors.group(team.id()).stream()
                .flatMap(group -> videos.shown(group.id(), MOST).stream())
                .map(video -> shown(looking, video))
                .toList();
    }

    private FediversePage.Broadcast shown(Actor looking, AnnouncedVideo video) {
        var who = roster.find(video.channel())
                .map(seat -> seat.member().name().value())
                .orElse("");
        return new FediversePage.Broadcast(
                addresses.video(video.id()).toString(),
                video.title(),
                who,
                video.startedAt(),
                video.life() instanceof Life.Live,
                videos.mayRemove(looking, video));
    }

    /** False where there is none at this address any more. */
    boolean takeBack(Actor actor, URI document) {
        return addresses
                .video(document)
                .filter(video -> videos.remove(actor, video))
                .isPresent();
    }
}
