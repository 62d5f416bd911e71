// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.Optional;

import live.tributary.node.broadcast.Channel;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.inbox.Replies;
import live.tributary.node.kernel.Actor;
import live.tributary.node.moving.Moves;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Members;
import live.tributary.node.team.Team;
import live.tributary.web.page.Elsewhere;
import live.tributary.web.page.Presence;
import live.tributary.web.page.Reply;

/** How what a node on the Fediverse shows is known on other servers. */
final class KnownPresences implements Presences {

    private final Actors actors;
    private final Addresses addresses;
    private final Videos videos;
    private final Replies replies;
    private final RemoteFaces faces;
    private final Members members;
    private final Moves moves;

    KnownPresences(
            Actors actors,
            Addresses addresses,
            Videos videos,
            Replies replies,
            RemoteFaces faces,
            Members members,
            Moves moves) {
        this.actors = actors;
        this.addresses = addresses;
        this.videos = videos;
        this.replies = replies;
        this.faces = faces;
        this.members = members;
        this.moves = moves;
    }

    @Override
    public Presence of(Team team) {
        return actors.group(team.id())
                .<Presence>map(group -> new Presence.Known(
                        nameOf(group), addresses.of(group), MovingPages.residence(moves, group.id())))
                .orElseGet(Presence.None::new);
    }

    @Override
    public Elsewhere of(Seat seat, Actor looking) {
        return actors.group(seat.team().id())
                .flatMap(group -> actors.person(seat.member().id()).map(person -> known(group, person, seat, looking)))
                .orElseGet(Elsewhere.Nowhere::new);
    }

    private Elsewhere known(LocalActor group, LocalActor person, Seat seat, Actor looking) {
        var latest = latest(seat.channel());
        var document = latest.filter(video -> video.life() instanceof Life.Live)
                .map(video -> addresses.video(video.id()))
                .orElseGet(() -> addresses.of(person));
        return new Elsewhere.Known(
                nameOf(group),
                nameOf(person),
                document,
                MovingPages.residence(moves, person.id()),
                latest.map(this::repliesTo).orElseGet(List::of),
                members.mayManage(looking, seat.team().id()));
    }

    private Optional<AnnouncedVideo> latest(Channel channel) {
        return videos.latest(channel.id()).filter(video -> !(video.life() instanceof Life.Removed));
    }

    private List<Reply> repliesTo(AnnouncedVideo video) {
        return replies.shown(video.id()).stream().map(faces::shown).toList();
    }

    private String nameOf(LocalActor actor) {
        return "@%s@%s".formatted(actor.name(), addresses.host());
    }
}
