// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.OwnActorChanged;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Sight;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.roster.Roster;

/**
 * The teams of this node itself. They ask nobody, as their documents are here: whoever says in its own that this directory may
 * list it is listed beside the others. Safe for any thread that may block.
 */
final class OwnTeams {

    private final GroupStore groups;
    private final Actors actors;
    private final Videos videos;
    private final Roster roster;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    OwnTeams(
            GroupStore groups,
            Actors actors,
            Videos videos,
            Roster roster,
            Addresses addresses,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.groups = groups;
        this.actors = actors;
        this.videos = videos;
        this.roster = roster;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction in which it changes. */
    @EventListener
    void on(OwnActorChanged changed) {
        if (actors.find(changed.actor()) instanceof ActorLookup.Known(LocalActor.Group group)) {
            lookAt(group, clock.instant());
            events.publishEvent(new Ears.Heard());
        }
    }

    /** Once after a start: a directory that is new here has heard of nobody yet. */
    void lookAtAll() {
        var now = clock.instant();
        actors.groups().forEach(group -> lookAt(group, now));
    }

    private void lookAt(LocalActor.Group group, Instant now) {
        var id = addresses.of(group);
        groups.noticed(id, GroupLook.host(id).orElse(""), now);
    }

    /**
     * What is on air here with teams that are listed. The node knows it from the streams themselves: it asks its own playlists
     * nothing, and nobody's heartbeat.
     */
    List<Sight> onAir(Directory directory) {
        var live =
                roster.live().stream().map(seat -> seat.seat().channel().id()).collect(Collectors.toSet());
        return live.isEmpty()
                ? List.of()
                : actors.groups().stream()
                        .filter(group -> directory.listed().containsKey(addresses.of(group)))
                        .flatMap(group -> onAir(group, live).stream())
                        .toList();
    }

    private List<Sight> onAir(LocalActor.Group group, Set<ChannelId> live) {
        return videos.live(group.id()).stream()
                .filter(video -> live.contains(video.channel()))
                .map(video -> sight(group, video))
                .toList();
    }

    private Sight sight(LocalActor.Group group, AnnouncedVideo video) {
        var id = addresses.video(video.id());
        var team = addresses.of(group);
        return new Sight(
                id,
                team,
                team,
                video.title(),
                id,
                true,
                video.startedAt(),
                video.sequence(),
                video.updatedAt(),
                Instant.MAX);
    }
}
