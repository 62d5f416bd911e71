// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.Listing.Policy;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fediverse.TeamDate;
import live.tributary.node.fediverse.TeamListings;
import live.tributary.node.kernel.TeamId;

/** What teams say for directories, for the documents that tell of it. */
final class KnownListings implements TeamListings {

    private final PitchStore pitches;
    private final NoteStore notes;
    private final RequestStore requests;
    private final VouchStore vouches;
    private final InstantSource clock;

    KnownListings(PitchStore pitches, NoteStore notes, RequestStore requests, VouchStore vouches, InstantSource clock) {
        this.pitches = pitches;
        this.notes = notes;
        this.requests = requests;
        this.vouches = vouches;
        this.clock = clock;
    }

    @Override
    public Listing of(TeamId team) {
        var pitch = pitches.of(team);
        return new Listing(
                policy(pitch.consent()),
                chosen(team),
                pitch.tags(),
                pitch.languages().stream().map(Language::tag).toList(),
                pitch.labels().stream().map(ContentLabel::word).toList(),
                pitch.promise(),
                notes.seats(team, clock.instant()).stream()
                        .map(WantedSeat::travelling)
                        .toList());
    }

    @Override
    public List<TeamDate> dates(TeamId team) {
        return notes.dates(team, clock.instant().minus(Listings.LATE)).stream()
                .map(date -> NoteStore.shown(team, date))
                .toList();
    }

    @Override
    public Optional<TeamDate> date(UUID id) {
        return notes.date(id, clock.instant().minus(Listings.LATE));
    }

    @Override
    public List<URI> vouches(TeamId team) {
        return vouches.of(team).stream().map(TeamVouch::actor).toList();
    }

    @Override
    public boolean hasChosen(TeamId team, URI directory) {
        return pitches.of(team).consent() != Consent.NONE && chosen(team).contains(directory);
    }

    private Set<URI> chosen(TeamId team) {
        var actors = new LinkedHashSet<URI>();
        requests.of(team).forEach(request -> actors.add(request.actor()));
        return actors;
    }

    private static Policy policy(Consent consent) {
        return switch (consent) {
            case NONE -> Policy.NONE;
            case INVITED -> Policy.INVITED;
            case OPEN -> Policy.OPEN;
        };
    }
}
