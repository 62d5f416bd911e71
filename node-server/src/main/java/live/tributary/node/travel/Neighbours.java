// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.federation.vocab.Listing;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.kernel.Glimpse;
import live.tributary.node.roster.LiveSeat;
import live.tributary.node.roster.Roster;

/** Who is on air on this node, in the same words as those elsewhere. Any thread that may block. */
final class Neighbours {

    /** Each raft asks, again and again: it is looked up once for all of them. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Roster roster;
    private final Actors actors;
    private final Videos videos;
    private final Addresses addresses;
    private final TeamListings listings;
    private final PolicyStore policies;
    private final InstantSource clock;
    private final Glimpse<List<Prospect>> live = new Glimpse<>(this::look, MOMENT, System::nanoTime);

    Neighbours(
            Roster roster,
            Actors actors,
            Videos videos,
            Addresses addresses,
            TeamListings listings,
            PolicyStore policies,
            InstantSource clock) {
        this.roster = roster;
        this.actors = actors;
        this.videos = videos;
        this.addresses = addresses;
        this.listings = listings;
        this.policies = policies;
        this.clock = clock;
    }

    /** One broadcast of each team, as it was a moment ago. */
    List<Prospect> live() {
        return live.get();
    }

    private List<Prospect> look() {
        return roster.live().stream().flatMap(this::prospect).toList();
    }

    private Stream<Prospect> prospect(LiveSeat live) {
        var team = live.seat().team().id();
        return actors.group(team).stream()
                .flatMap(group -> videos.live(group.id()).stream()
                        .filter(video ->
                                video.channel().equals(live.seat().channel().id()))
                        .map(video -> prospect(live, group, video)));
    }

    private Prospect prospect(LiveSeat live, LocalActor.Group group, AnnouncedVideo video) {
        var seat = live.seat();
        var listing = listings.of(seat.team().id());
        return new Prospect(
                addresses.of(group),
                addresses.under(group).inbox(),
                seat.team().name().value(),
                addresses.video(video.id()),
                live.title(),
                addresses.page(seat.path()),
                live.since(),
                listing.languages(),
                listing.tags(),
                listing.labels(),
                policies.of(seat.team().id()).raids(),
                listing.policy() == Listing.Policy.OPEN || listing.policy() == Listing.Policy.INVITED,
                clock.instant());
    }
}
