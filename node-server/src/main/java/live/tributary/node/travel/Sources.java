// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;
import java.util.Optional;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.TeamListings;

/** Begins hand-offs: what a raft is drawn by is what the team says of itself. */
final class Sources {

    /** A lottery knows no more. */
    private static final int MOST_TAGS = 5;

    private final Actors actors;
    private final Addresses addresses;
    private final TeamListings listings;
    private final HandoffStore store;
    private final InstantSource clock;

    Sources(Actors actors, Addresses addresses, TeamListings listings, HandoffStore store, InstantSource clock) {
        this.actors = actors;
        this.addresses = addresses;
        this.listings = listings;
        this.store = store;
        this.clock = clock;
    }

    /** Empty where its team is gone. */
    Optional<Source> of(AnnouncedVideo video) {
        return actors.find(video.group()) instanceof ActorLookup.Known(LocalActor.Group group)
                ? Optional.of(of(video, group))
                : Optional.empty();
    }

    private Source of(AnnouncedVideo video, LocalActor.Group group) {
        var listing = listings.of(group.team());
        return new Source(
                group,
                addresses.of(group),
                video.channel(),
                video.id(),
                addresses.video(video.id()),
                listing.languages(),
                listing.tags().stream().limit(MOST_TAGS).toList(),
                listing.labels());
    }

    Handoff begin(Source source, HandoffKind kind, Aim aim) {
        var now = clock.instant();
        int number = store.begin(source.videoId(), source.team(), kind, now);
        var id = new HandoffId(addresses.handoff(source.videoId(), number));
        return new Handoff(id, number, source, kind, aim, now);
    }
}
